"""What the steps of an inspection ask for."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils import timezone

from advertising.actions import Found
from advertising.forms.stepping import (
    ExhibitField,
    StepForm,
    day_field,
    moment_field,
    words_field,
)
from advertising.models import (
    Attendee,
    CheckItem,
    EvidenceItem,
    FieldEntry,
    Finding,
    Takedown,
)
from cityweb.core.asking import AskingForm
from cityweb.core.errors import Refused

_EXHIBIT = re.compile(r"(?:CC-?)?(\d{1,4})\s*(?:\(([^()]{0,200})\))?", re.IGNORECASE)


# Refusals that speak of the case and not of a file.
_OF_THE_CASE = ("not-found", "not-of-the-team", "illegal-move", "not-your-role")


class Gather(StepForm):
    """One file of an officer; what the system captures itself comes in another way."""

    beside: ClassVar = {
        "days-to-come": "captured_at", "no-reason": "why_early", "other-kind": "kind",
    }  # fmt: skip

    upload = forms.FileField(label="Tệp")
    title = forms.CharField(label="Tên chứng cứ", max_length=200)
    kind = forms.ChoiceField(label="Loại", choices=EvidenceItem.Kind.choices)
    url = forms.URLField(
        label="Địa chỉ trang", required=False, max_length=2000, assume_scheme="https"
    )
    captured_at = moment_field("Thu lúc")
    why_early = forms.CharField(
        label="Vì sao tệp có trước ngày lập hồ sơ", max_length=300, required=False,
        help_text="Bắt buộc khi giờ thu ở trước ngày lập hồ sơ.",
    )  # fmt: skip
    is_own_screen = forms.BooleanField(
        label="Tôi tự chụp bằng trình duyệt của mình", required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["captured_at"].initial = timezone.localtime()

    def refuse(self, refusal: Refused) -> None:
        """Put what the intake of files says beside the file."""
        is_ours = refusal.code in self.beside or refusal.code in _OF_THE_CASE
        name = self.beside.get(refusal.code) if is_ours else "upload"
        self.add_error(name, refusal.message)


class HandOver(AskingForm):
    beside: ClassVar = {"no-receiver": "receiver"}

    receiver = forms.CharField(label="Bàn giao cho", max_length=250)
    purpose = forms.CharField(label="Mục đích", max_length=300, required=False)


class Settle(StepForm):
    """Which of two results stands, where field and desk differ."""

    beside: ClassVar = {"settled": "entry", "no-words": "entry"}

    entry = forms.ModelChoiceField(
        label="Kết quả từ thực địa", queryset=FieldEntry.objects.none(), empty_label=None
    )
    takes = forms.TypedChoiceField(
        label="Chọn", choices=[("1", "Lấy kết quả thực địa"), ("0", "Giữ kết quả ở bàn")],
        coerce=lambda value: value == "1", widget=forms.RadioSelect,
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = self.subject.field_entries.filter(state=FieldEntry.State.WAITING)
        self.fields["entry"].queryset = waiting.select_related("item")
        self.fields["entry"].label_from_instance = _brought


def _brought(entry: FieldEntry) -> str:
    at = f"{timezone.localtime(entry.made_at):%H:%M %d/%m}"
    return f"{entry.item.code} – {entry.get_result_display()} ({at})"


class Attend(StepForm):
    beside: ClassVar = {"no-name": "name", "known-person": "name"}

    side = forms.ChoiceField(label="Tư cách", choices=Attendee.Side.choices)
    name = forms.CharField(label="Họ và tên", max_length=120)
    position = forms.CharField(label="Chức vụ, địa chỉ", max_length=250, required=False)
    statement = words_field("Ý kiến", required=False)
    refusal = forms.CharField(label="Lý do không ký (nếu không ký)", max_length=300, required=False)


class Conclude(StepForm):
    beside: ClassVar = {"no-words": "words"}

    words = words_field("Kết luận", rows=4)
    requests = words_field(
        "Yêu cầu đối với đối tượng", required=False, help_text="Mỗi dòng một việc."
    )


class Transfer(StepForm):
    beside: ClassVar = {"no-receiver": "receiver", "no-reason": "reason"}

    receiver = forms.CharField(label="Cơ quan nhận", max_length=200)
    reason = words_field("Lý do", most=2000)


class AskRemoval(StepForm):
    beside: ClassVar = {
        "no-words": "what",
        "other-site": "url",
        "no-domain": "url",
        "already-asked": "what",
    }

    url = forms.CharField(label="Địa chỉ quảng cáo, trang", max_length=2000)
    what = words_field("Nội dung phải gỡ", most=2000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["url"].initial = self.subject.site.home_url


class ConfirmRemoval(StepForm):
    beside: ClassVar = {
        "wrong-time": "removed_at", "old-proof": "proof", "other-case": "proof",
        "evidence-broken": "proof",
    }  # fmt: skip
    takedown = forms.ModelChoiceField(label="Yêu cầu", queryset=Takedown.objects.none())
    removed_at = moment_field("Gỡ lúc")
    proof = ExhibitField("Chứng cứ sau khi gỡ")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = self.subject.takedowns.filter(removed_at=None)
        self.fields["takedown"].queryset = waiting
        first = waiting.first()
        since = first.received_at if first else timezone.now()
        self.fields["proof"].queryset = self.subject.evidence.filter(captured_at__gte=since)
        self.fields["removed_at"].initial = timezone.localtime()


class End(StepForm):
    beside: ClassVar = {"failures-left": "words", "takedowns-left": "words"}

    words = words_field(
        "Ghi chú", required=False, rows=2,
        help_text="Bắt buộc khi còn vi phạm không lập hồ sơ, yêu cầu gỡ chưa xác nhận.",
    )  # fmt: skip


class Words(StepForm):
    beside: ClassVar = {"no-words": "words"}

    words = words_field("Nội dung")


class Mark(StepForm):
    """The checklist: a result, words, exhibits and day for each line.

    Lines left open say nothing, lines left as they were are not written again.
    """

    seen_on = day_field("Thấy trong ngày (khi dòng không ghi ngày riêng)")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["seen_on"].initial = timezone.localdate()
        self.items = list(self.subject.checklist.items.all())
        rows = self.subject.findings.prefetch_related("exhibits__item")
        self.found = {one.item_id: one for one in rows}
        choices = [("", "Chưa ghi"), *Finding.Result.choices]
        for item in self.items:
            old = self.found.get(item.pk)
            self.fields[f"result_{item.pk}"] = forms.ChoiceField(
                label="Kết quả", choices=choices, required=False,
                initial=old.result if old else "",
            )  # fmt: skip
            self.fields[f"note_{item.pk}"] = words_field(
                "Mô tả hành vi, ghi chú", rows=2, required=False, initial=old.note if old else ""
            )
            self.fields[f"exhibits_{item.pk}"] = forms.CharField(
                label="Chứng cứ", required=False, max_length=500,
                initial=_named(old) if old else "",
            )  # fmt: skip
            self.fields[f"day_{item.pk}"] = day_field(
                "Thấy ngày", required=False, initial=old.seen_on if old else None
            )

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield each line with its fields and what was found before."""
        for item in self.items:
            cells = [self[f"{name}_{item.pk}"] for name in ("result", "note", "exhibits", "day")]
            yield {"item": item, "found": self.found.get(item.pk), "cells": cells}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        known = {one.number: one for one in self.subject.evidence.all()}
        for item in self.items:
            name = f"exhibits_{item.pk}"
            numbers = [(int(n), where) for n, where in _EXHIBIT.findall(said.get(name) or "")]
            lacking = [f"CC-{number:02d}" for number, _ in numbers if number not in known]
            if lacking:
                self.add_error(name, f"Hồ sơ không có chứng cứ: {', '.join(lacking)}.")
            typed = [said.get(f"{part}_{item.pk}") for part in ("note", "exhibits", "day")]
            if any(typed) and not said.get(f"result_{item.pk}"):
                self.add_error(f"result_{item.pk}", "Chọn kết quả của dòng này.")
            if said.get(f"result_{item.pk}") == "fail" and not said.get(f"note_{item.pk}"):
                self.add_error(f"note_{item.pk}", "Mô tả hành vi đã thấy.")
            said[name] = tuple(
                (known[number], where) for number, where in dict(numbers).items() if number in known
            )
        return said

    def refuse(self, refusal: Refused) -> None:
        """Put what is said of one line beside the day of that line; it begins with its code."""
        code = refusal.message.partition(":")[0]
        item = next((one for one in self.items if one.code == code), None)
        is_own = item is not None and self[f"day_{item.pk}"].value()
        name = f"day_{item.pk}" if item and is_own else "seen_on" if item else None
        self.add_error(name, refusal.message)

    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        found = [
            Found(item, given[f"result_{item.pk}"], given[f"note_{item.pk}"],
                  given[f"exhibits_{item.pk}"], given[f"day_{item.pk}"])
            for item in self.items
            if given[f"result_{item.pk}"] and self._is_new(item)
        ]  # fmt: skip
        return {"found": found, "seen_on": given["seen_on"]}

    def _is_new(self, item: CheckItem) -> bool:
        """Tell whether a line says something else than what was found before."""
        old, given = self.found.get(item.pk), self.cleaned_data
        if old is None:
            return True
        before = {(one.item_id, one.region) for one in old.exhibits.all()}
        now = {(one.pk, where) for one, where in given[f"exhibits_{item.pk}"]}
        said = (given[f"result_{item.pk}"], given[f"note_{item.pk}"], given[f"day_{item.pk}"])
        return said != (old.result, old.note, old.seen_on) or before != now


def _named(finding: Finding) -> str:
    return ", ".join(
        f"{one.item} ({one.region})" if one.region else str(one.item)
        for one in finding.exhibits.all()
    )
