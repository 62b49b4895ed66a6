"""What the list of submissions may be asked for, and what is done to many at once."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import TextChoices
from django.utils.functional import cached_property

from cityweb.core import kept_views
from cityweb.core.models import User
from cityweb.core.text import clean
from feedback import deadlines
from feedback.models import SavedView
from feedback.reports import queue, reference
from feedback.states import ELSEWHERE, Kind, State

_STATES = [
    ("", "Đang xử lý"),
    *State.choices,
    (queue.CLOSED, "Đã kết thúc"),
    (queue.ALL, "Tất cả"),
]


# What an address of the list may bear besides: the page one is on, the form of a download.
_BESIDE = ("after", "before", "tai")


class Select(forms.Select):
    """A list of choices drawn in one go: Django's own draws each option by a template of its own,
    which for all wards and communes takes longer than the rest of the page."""

    template_name = "feedback/desk/select.html"


class QueueFilter(forms.Form):
    """The list's address as a form; what is wrong in it is left out, never an error page."""

    q = forms.CharField(
        label="Tìm",
        max_length=200,
        widget=forms.TextInput(
            attrs={"type": "search", "placeholder": "Mã, tiêu đề, từ trong nội dung…"}
        ),
    )
    heap = forms.CharField(max_length=20, widget=forms.HiddenInput)
    state = forms.ChoiceField(label="Trạng thái", choices=_STATES, widget=Select)
    colour = forms.ChoiceField(
        label="Thời hạn",
        choices=[("", "Mọi thời hạn"), *deadlines.COLOURS.items()],
        widget=Select,
    )
    mailbox = forms.TypedChoiceField(label="Hộp thư", coerce=int, empty_value=None, widget=Select)
    category = forms.TypedChoiceField(label="Lĩnh vực", coerce=int, empty_value=None, widget=Select)
    unit = forms.TypedChoiceField(label="Địa bàn", coerce=int, empty_value=None, widget=Select)
    kind = forms.ChoiceField(label="Loại", choices=[("", "Mọi loại"), *Kind.choices], widget=Select)
    assigned = forms.ChoiceField(label="Phụ trách", widget=Select)
    since = forms.DateField(label="Nhận từ ngày", widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label="đến hết ngày", widget=forms.DateInput(attrs={"type": "date"}))
    sort = forms.ChoiceField(
        label="Xếp theo",
        choices=[("", "Hạn gần nhất trước"), (queue.RECEIVED, "Mới nhận trước")],
    )
    urgent = forms.BooleanField(label="Chỉ ý kiến khẩn")

    def __init__(self, data: Any) -> None:
        super().__init__(data, use_required_attribute=False)
        boxes = reference.boxes()
        choices = {
            "mailbox": [("", "Mọi hộp thư"), *((box.pk, box.short_name) for box in boxes)],
            "category": [
                ("", "Mọi lĩnh vực"),
                *((box.short_name, box.categories) for box in boxes if box.categories),
            ],
            "unit": [("", "Mọi phường, xã, đặc khu"), *reference.units()],
            "assigned": [
                ("", "Mọi người"),
                (queue.ME, "Tôi"),
                (queue.NOBODY, "Chưa ai"),
                *((str(pk), name) for pk, name in reference.handlers()),
            ],
        }
        for name, some in choices.items():
            self.fields[name].choices = some
        for field in self.fields.values():
            field.required = False

    @cached_property
    def asked(self) -> queue.Asked:
        """What was asked for, as far as it makes sense."""
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value}
        renamed = {"q": "words", "urgent": "is_urgent"}
        facts = {renamed.get(name, name): value for name, value in said.items()}
        if "words" in facts:
            facts["words"] = clean(facts["words"])
        return queue.Asked(**facts)

    @cached_property
    def said(self) -> dict[str, str]:
        """The parts of the address that narrow the list, in words that make sense."""
        self.is_valid()
        return {
            name: "on" if value is True else str(value)
            for name, value in self.cleaned_data.items()
            if value
        }

    @cached_property
    def misread(self) -> list[dict[str, str]]:
        """The parts of the address that make no sense, and so do not narrow the list."""
        self.is_valid()
        wrong = [
            (str(self.fields[name].label), name) for name in self.errors if name in self.fields
        ]
        strange = [(name[:30], name) for name in self.data if name not in (*self.fields, *_BESIDE)]
        return [
            {"label": label, "value": str(self.data.get(name, ""))[:60]}
            for label, name in [*wrong, *strange]
        ]

    @property
    def query(self) -> str:
        """The address of this list, without the page one is on."""
        return urlencode(self.said)

    @property
    def narrowing(self) -> list[dict[str, str]]:
        """What narrows the list, each in words and with the address of the list without it."""
        found = []
        for name in self.said:
            if name in ("sort", "heap"):
                continue
            rest = {other: value for other, value in self.said.items() if other != name}
            field = self[name]
            found.append(
                {
                    "name": name,
                    "label": field.label,
                    "value": _shown(field, self.cleaned_data[name]),
                    "without": urlencode(rest),
                }
            )
        return found


def _shown(field: forms.BoundField, value: Any) -> str:
    if value is True:
        return "có"
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    for key, label in field.field.choices if hasattr(field.field, "choices") else ():
        options = label if isinstance(label, list | tuple) else [(key, label)]
        for one, words in options:
            if str(one) == str(value):
                return str(words)
    return str(value)


SaveView = kept_views.naming(SavedView)


class BulkVerb(TextChoices):
    """What may be done to many at once."""

    ACCEPT = "accept", "Tiếp nhận"
    ASSIGN = "assign", "Giao cho"
    CLASSIFY = "classify", "Phân loại"
    SPAM = "spam", "Loại là thư rác"


class Bulk(forms.Form):
    """One verb for all submissions that were ticked."""

    MOST = 100
    KINDS = tuple((kind.value, kind.label) for kind in Kind if kind not in ELSEWHERE)

    verb = forms.ChoiceField(
        label="Việc",
        choices=BulkVerb,
        widget=Select,
        error_messages={
            "required": "Chưa chọn việc cần làm.",
            "invalid_choice": "Việc này không làm hàng loạt được; xin chọn lại.",
        },
    )
    officer = forms.TypedChoiceField(
        label="Người nhận việc", coerce=int, empty_value=None, widget=Select
    )
    kind = forms.ChoiceField(label="Loại", choices=[("", "Chọn loại"), *KINDS], widget=Select)
    category = forms.TypedChoiceField(label="Lĩnh vực", coerce=int, empty_value=None, widget=Select)

    def __init__(self, data: Any, *, user: User) -> None:
        super().__init__(data, use_required_attribute=False, auto_id="bulk-%s")
        people = [one for one in reference.handlers() if one[0] != user.pk]
        self.fields["officer"].choices = [
            ("", "Không ai (trả về hàng chờ)"),
            (user.pk, "Tôi"),
            *people,
        ]
        self.fields["category"].choices = [
            ("", "Giữ lĩnh vực người gửi chọn"),
            *((box.short_name, box.categories) for box in reference.boxes() if box.categories),
        ]
        for name in ("officer", "kind", "category"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("verb") == BulkVerb.CLASSIFY and not said.get("kind"):
            self.add_error("kind", "Hãy chọn loại.")
        return said
