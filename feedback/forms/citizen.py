"""What a citizen writes to a mailbox. Every message says what to do next."""

import re
from copy import deepcopy
from functools import lru_cache
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cityweb.core import places, text
from feedback.models import Category, Mailbox, Submission
from feedback.reports.boxes import Box

MOST_BODY = 10_000
NO_UNIT = "0"
UNKNOWN_UNIT = _("Nơi đã chọn không có trong danh mục phường, xã. Xin gõ tên và chọn lại.")
# What is wrong with a site is wrong everywhere: these mailboxes ask for no place.
WITHOUT_PLACE = ("WEBSITE",)
# Whoever comes to report an advertisement, or to ask about one, is asked on which page it stands,
# not in which street.
ABOUT_PAGES = ("quang-cao-tren-mang", "hoi-ve-quang-cao")
_PLACE = ("area", "unit", "place")
_SEVERAL = _("“{typed}” nay thuộc nhiều nơi. Xin chọn một nơi dưới đây.")
_PHONE = re.compile(r"\+?[0-9]{8,15}")


class CleanText(forms.CharField):
    """Text in one normal form, without control characters, with plain line ends."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out `maxlength`: browsers would cut a pasted text there without a word."""
        return {}

    def to_python(self, value: Any) -> str:
        lines = (value or "").replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(text.clean(lines))


def line(label: str, *, most: int, autocomplete: str = "", **options: Any) -> CleanText:
    """Return a field of one line that shows how much fits.

    Never `autocomplete="off"`: what bears it is empty for who comes back by the browser's button.
    """
    attributes = {"data-most": most} | ({"autocomplete": autocomplete} if autocomplete else {})
    options = {"widget": forms.TextInput(attributes), **options}
    field = CleanText(label=label, max_length=most, **options)
    field.error_messages["max_length"] = format_lazy(
        _("Dài quá {most} ký tự. Xin rút gọn."), most=most
    )
    return field


class SubmissionForm(forms.Form):
    """A message to one mailbox. What is required of the sender follows from the mailbox."""

    use_required_attribute = False

    subject = line(_("Tiêu đề"), most=200, error_messages={"required": _("Xin ghi tiêu đề.")})
    body = CleanText(
        label=_("Nội dung"),
        max_length=MOST_BODY,
        widget=forms.Textarea({"rows": 9, "data-most": MOST_BODY}),
        help_text=_("Việc gì, ở đâu, từ khi nào. Không gửi ảnh căn cước, số tài khoản."),
        error_messages={
            "required": _("Xin ghi nội dung."),
            "max_length": _("Dài quá 10.000 ký tự. Xin rút gọn hoặc gửi phần còn lại bằng tệp."),
        },
    )
    category = forms.ChoiceField(
        label=_("Lĩnh vực"),
        error_messages={
            "required": _("Xin chọn lĩnh vực gần nhất."),
            "invalid_choice": _("Lĩnh vực này không còn dùng. Xin chọn lại."),
        },
    )
    area = line(
        _("Phường, xã, đặc khu"),
        most=120,
        required=False,
        help_text=_("Gõ tên mới hoặc tên cũ đều được: “Sài Gòn”, “phường Bến Nghé”, “quận 1”."),
    )
    unit = forms.CharField(required=False, widget=forms.HiddenInput)
    page = line(
        _("Địa chỉ trang có quảng cáo"),
        most=1000,
        required=False,
        help_text=_("Chép từ ô địa chỉ của trình duyệt; trong ứng dụng thì ghi tên ứng dụng."),
    )
    place = line(
        _("Nơi cụ thể"),
        most=120,
        required=False,
        help_text=_("Số nhà, tên đường, giao lộ, cột mốc."),
    )
    sender_kind = forms.ChoiceField(
        label=_("Ông/bà gửi với tư cách"),
        choices=[(one.value, _(one.label)) for one in Submission.Sender],
        initial=Submission.Sender.PERSON,
        widget=forms.RadioSelect,
        error_messages={"required": _("Xin chọn cá nhân hoặc tổ chức.")},
    )
    sender_name = line(_("Họ tên hoặc tên tổ chức"), most=120, autocomplete="name", required=False)
    sender_address = line(_("Địa chỉ"), most=200, autocomplete="street-address", required=False)
    sender_phone = line(_("Điện thoại"), most=20, autocomplete="tel", required=False)
    sender_email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        max_length=254,
        help_text=_("Để nhận mã tra cứu và trả lời qua thư."),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": _("Địa chỉ chưa đúng. Ví dụ đúng: ten@vidu.vn.")},
    )
    may_publish_name = forms.BooleanField(required=False)
    # People do not see it; programs that fill in everything do.
    homepage = forms.CharField(required=False, max_length=500)

    def __init__(self, box: Box, *args: Any, **kwargs: Any) -> None:
        typed = args[0] if args else kwargs.get("initial", {})
        self.base_fields = _fields_of(box, asks_page="page" in typed)
        super().__init__(*args, **kwargs)
        self.box = box
        # A name that may mean several units is offered as choices beside the field.
        self.units: list[places.Place] = []

    def clean_sender_phone(self) -> str:
        phone = re.sub(r"[\s.()-]", "", self.cleaned_data["sender_phone"])
        if phone and not _PHONE.fullmatch(phone):
            raise forms.ValidationError(_("Số chưa đúng. Ví dụ đúng: 0901 234 567."))
        return phone

    def clean_category(self) -> Category | None:
        return self.box.category(self.cleaned_data["category"])

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        needs_contact = Mailbox.Need.CONTACT in self.box.mailbox.needs
        wrong = {"sender_phone", "sender_email"} & self.errors.keys()
        if needs_contact and not wrong and not (found["sender_phone"] or found["sender_email"]):
            self.add_error("sender_phone", _("Xin ghi điện thoại hoặc thư điện tử."))
        if found.get("page") and "body" in found:
            found["body"] = f"Địa chỉ trang: {found['page']}\n\n{found['body']}"
        if found.get("may_publish_name") and not found.get("sender_name"):
            self.add_error(
                "sender_name", _("Xin ghi họ tên, vì ông/bà đồng ý công khai kèm họ tên.")
            )
        self._settle_place(found)
        return found

    def _settle_place(self, found: dict[str, Any]) -> None:
        """Turn a typed name into one unit, or offer those it may mean."""
        typed, chosen = found.get("area", ""), found.get("unit", "")
        found["unit_pk"] = None
        found.setdefault("place", "")
        self.units = places.find(typed) if typed else []
        if chosen not in ("", NO_UNIT):
            known = next((one for one in places.today() if str(one.pk) == chosen), None)
            if known is None:
                self.add_error("area", UNKNOWN_UNIT)
                return
            found["unit_pk"] = None if typed else known.pk
        if not typed:
            return
        if chosen == NO_UNIT and len(self.units) != 1:
            found["place"] = ", ".join(filter(None, [found.get("place", ""), typed]))
            return
        fits = [one for one in self.units if str(one.pk) == chosen] or self.units
        if len(fits) == 1:
            found["unit_pk"] = fits[0].pk
        elif fits:
            self.add_error("area", format_lazy(_SEVERAL, typed=typed))
        else:
            self.add_error(
                "area",
                _(
                    "Thành phố không có nơi nào tên “%(typed)s”. Xin gõ tên khác, hoặc giữ nguyên "
                    "chữ đã gõ."
                )
                % {"typed": typed},
            )


class _Shared(dict[str, forms.Field]):
    """Fields that no form changes: each takes them as they are, where Django would copy them."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "_Shared":
        return self


@lru_cache(maxsize=32)
def _fields_of(box: Box, *, asks_page: bool) -> _Shared:
    """Return the fields as this mailbox asks for them: about a place, or about a page."""
    fields = _Shared(deepcopy(SubmissionForm.declared_fields))
    fields["category"].choices = [
        ("", _("Chọn lĩnh vực")),
        *((one.code, _(one.name)) for one in box.categories),
    ]
    fields["sender_phone"].widget.input_type = "tel"
    _ask_what_the_law_asks(fields, box.mailbox)
    if asks_page or box.mailbox.code in WITHOUT_PLACE:
        for name in _PLACE:
            del fields[name]
    if not asks_page:
        del fields["page"]
    return fields


def _ask_what_the_law_asks(fields: _Shared, mailbox: Mailbox) -> None:
    needed = {
        Mailbox.Need.NAME: ("sender_name", _("Xin ghi họ tên hoặc tên tổ chức.")),
        Mailbox.Need.ADDRESS: ("sender_address", _("Xin ghi địa chỉ.")),
    }
    for need, (name, message) in needed.items():
        if need in mailbox.needs:
            fields[name].required = True
            fields[name].error_messages["required"] = message
    if Mailbox.Need.CONTACT in mailbox.needs:
        for name in ("sender_phone", "sender_email"):
            fields[name].is_one_of_two = True
        fields["sender_phone"].help_text = _("Cần điện thoại hoặc thư điện tử.")
