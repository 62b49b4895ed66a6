"""What a step asks for besides the press of a button."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.utils import timezone

from cityweb.news.actions.withdrawing import NOTE_LENGTH
from cityweb.news.forms.fields import ArticleField, ArticleSelect, article_search_address
from cityweb.news.models import Article, Edition
from cityweb.news.states import WithdrawalReason


class StepForm(forms.Form):
    """Nothing is asked; the base of those that do."""

    use_required_attribute = False

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition


class ReturnForm(StepForm):
    reason = forms.CharField(
        label="Lý do trả lại",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Người viết sẽ đọc lời này.",
        error_messages={"required": "Hãy ghi lý do để người viết biết cần sửa gì."},
    )


class ScheduleForm(StepForm):
    at = forms.DateTimeField(
        label="Đăng lúc",
        widget=forms.DateTimeInput({"type": "datetime-local", "step": 60}, "%Y-%m-%dT%H:%M"),
        help_text="Giờ Thành phố Hồ Chí Minh, đúng tới phút.",
        error_messages={
            "required": "Hãy chọn ngày và giờ đăng.",
            "invalid": "Ngày giờ chưa đúng.",
        },
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, edition=edition, **kwargs)
        soon = timezone.localtime().replace(minute=0, second=0, microsecond=0)
        self.fields["at"].initial = soon + timedelta(hours=1)


class WithdrawForm(StepForm):
    kind = forms.ChoiceField(
        label="Vì sao gỡ", choices=WithdrawalReason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label="Giải thích",
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Với bài hết thời hạn, người đọc thấy lời này trên đầu bài.",
        error_messages={"required": "Hãy ghi lý do gỡ bài."},
    )

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, edition=edition, **kwargs)
        article = edition.article
        self.fields["replaced_by"] = ArticleField(
            label="Bài thay thế",
            required=False,
            queryset=Article.objects.filter(site=article.site_id).with_titles(),
            widget=ArticleSelect(
                Article._meta.get_field("replaced_by"),
                admin.site,
                article_search_address(article.site_id, article.language),
            ),
            help_text="Chỉ cần khi bài đã có bài thay thế.",
        )
