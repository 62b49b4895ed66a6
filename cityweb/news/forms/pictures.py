"""Choosing and describing pictures."""

from typing import Any

from django import forms
from django.urls import reverse
from django_ckeditor_5.widgets import CKEditor5Widget

from cityweb.news.models import Picture, Site

_CREDIT_HELP = "Ảnh chụp chỉ cần tên người chụp; hình vẽ ghi rõ, ví dụ “Minh họa: Lê Vẽ”."


class PictureInput(forms.TextInput):
    """Shows the chosen picture and lets the script upload another or choose from the store."""

    template_name = "admin/news/widgets/picture.html"
    input_type = "hidden"

    class Media:
        js = (forms.Script("js/picture.js", defer=True),)

    def __init__(self, *, site_id: int, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.site_id = site_id

    @property
    def is_hidden(self) -> bool:
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        is_number = str(value or "").isdigit()
        context["picture"] = (
            Picture.objects.filter(pk=value, site=self.site_id).first() if is_number else None
        )
        context["upload_address"] = f"{reverse('admin:news_picture_upload')}?site={self.site_id}"
        context["store_address"] = f"{reverse('admin:news_picture_store')}?site={self.site_id}"
        return context


class BodyInput(CKEditor5Widget):
    """The writing surface; pictures put into the text go into the store of `site_id`."""

    template_name = "admin/news/widgets/body.html"

    def __init__(self, *, site_id: int | None) -> None:
        super().__init__("article", {"data-site": site_id} if site_id else None)


class UploadForm(forms.Form):
    """One picture that comes in; what it says about itself is not believed."""

    site = forms.ModelChoiceField(
        label="Trang",
        queryset=Site.objects.none(),
        error_messages={"required": "Hãy lưu trước, rồi tải hình vào nội dung."},
    )
    upload = forms.FileField(label="Tệp hình")
    alt = forms.CharField(label="Mô tả cho người không thấy hình", max_length=250, required=False)
    caption = forms.CharField(label="Chú thích", max_length=300, required=False)
    credit = forms.CharField(
        label="Tác giả ảnh", max_length=120, required=False, help_text=_CREDIT_HELP
    )

    def __init__(self, *args: Any, sites: Any, alt_required: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites
        self.fields["alt"].required = alt_required


class DescriptionForm(forms.ModelForm):
    class Meta:
        model = Picture
        fields = ["alt", "caption", "credit"]
        help_texts = {"credit": _CREDIT_HELP}
