"""Lists in which an officer gives one verdict and one remark a row: papers, conditions."""

from collections.abc import Container, Iterator
from typing import Any

from django import forms

from cityweb.core import attachments
from cityweb.core.form_fields import ManyFiles
from licensing.actions import Checked, Found
from licensing.forms.desk import StepForm
from licensing.models import Component, ComponentMark, Finding
from licensing.reports import shown


class _Ticks(StepForm):
    """One verdict and one remark for each row of a list."""

    verdicts: list[tuple[str, str]] = []
    remark, hint = "Ghi chú", "Nội dung cần bổ sung"

    def add(
        self, pk: int, verdict: str, words: str, *, label: str, unsayable: Container[str] = ()
    ) -> None:
        """Add the row; `unsayable` verdicts are not offered, but for the one that stands there."""
        sayable = [one for one in self.verdicts if one[0] not in unsayable or one[0] == verdict]
        self.fields[f"verdict_{pk}"] = forms.ChoiceField(
            label=f"Kết quả: {label}", choices=[("", "Chưa kiểm tra"), *sayable],
            required=False, initial=verdict,
        )  # fmt: skip
        self.fields[f"words_{pk}"] = forms.CharField(
            label=f"{self.remark}: {label}", required=False, initial=words, max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2, "placeholder": self.hint}),
        )  # fmt: skip

    def ticked(self, pk: int) -> tuple[str, str]:
        return self.cleaned_data[f"verdict_{pk}"], self.cleaned_data[f"words_{pk}"]

    def pair(self, pk: int) -> tuple[forms.BoundField, forms.BoundField]:
        return self[f"verdict_{pk}"], self[f"words_{pk}"]


class CheckPapers(_Ticks):
    verdicts = list(ComponentMark.Verdict.choices)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.components = list(self.dossier.version.components.all())
        done = {one.component_id: one for one in self.dossier.marks.all()}
        have = {one.purpose for one in attachments.of(self.dossier)}
        for one in self.components:
            mark = done.get(one.pk)
            verdict, words = (mark.verdict, mark.comment) if mark else ("", "")
            lacks = set() if one.code in have else {ComponentMark.Verdict.GOOD}
            binds = {ComponentMark.Verdict.NOT_APPLICABLE} if one.is_required else set()
            self.add(one.pk, verdict, words, label=one.name, unsayable=lacks | binds)

    def rows(self) -> Iterator[tuple[Component, forms.BoundField, forms.BoundField]]:
        return ((one, *self.pair(one.pk)) for one in self.components)

    @property
    def checked(self) -> list[Checked]:
        """What was ticked; rows left open say nothing."""
        return [
            Checked(one, verdict, words)
            for one in self.components
            for verdict, words in [self.ticked(one.pk)]
            if verdict
        ]


class Appraise(_Ticks):
    verdicts = list(Finding.Verdict.choices)
    remark = "Bằng chứng"
    hint = "Giấy tờ nào, trang nào, địa chỉ nào đã xem; vì sao kết luận như vậy"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.conditions = list(self.dossier.version.conditions.all())
        self.found = list(self.dossier.findings.select_related("by"))
        own = {one.condition_id: one for one in self.found if one.by_id == self.user.pk}
        for one in self.conditions:
            mine = own.get(one.pk)
            verdict, words = (mine.verdict, mine.evidence) if mine else ("", "")
            self.add(one.pk, verdict, words, label=one.code)
            self.fields[f"files_{one.pk}"] = forms.Field(
                label=f"Tệp bằng chứng: {one.code}", required=False, widget=ManyFiles()
            )
        self.evidence = shown.evidence(self.found)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for one in self.conditions:
            if data.get(f"files_{one.pk}") and not data.get(f"verdict_{one.pk}"):
                self.add_error(f"verdict_{one.pk}", "Hãy chọn kết luận mà tệp này chứng minh.")
        return data

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield each condition with my finding, those of others, and whether they differ."""
        for one in self.conditions:
            findings = [
                (found, self.evidence.get(found.pk, []))
                for found in self.found
                if found.condition_id == one.pk
            ]
            verdict, words = self.pair(one.pk)
            yield {
                "condition": one,
                "verdict": verdict,
                "words": words,
                "files": self[f"files_{one.pk}"],
                "kept": [file for found, files in findings if found.by_id == self.user.pk
                         for file in files],
                "others": [pair for pair in findings if pair[0].by_id != self.user.pk],
                "findings": findings,
                "differ": len({found.verdict for found, _ in findings}) > 1,
            }  # fmt: skip

    @property
    def findings(self) -> list[Found]:
        """What was ticked; rows left open say nothing."""
        return [
            Found(one, verdict, words, self.cleaned_data[f"files_{one.pk}"])
            for one in self.conditions
            for verdict, words in [self.ticked(one.pk)]
            if verdict
        ]
