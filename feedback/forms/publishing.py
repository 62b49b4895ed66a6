"""The words of a public copy, and the choice of a file for it."""

from typing import Any

from django import forms

from cityweb.core.models import Attachment
from feedback.forms.citizen import CleanText
from feedback.models import PrivacyDecision, Publication
from feedback.reports import gate

MOST_TEXT = 20_000


class CopyForm(forms.Form):
    """The public words. The original stands beside them and is never changed."""

    use_required_attribute = False

    title = CleanText(
        label="Tiêu đề công khai",
        max_length=200,
        error_messages={"required": "Hãy ghi tiêu đề công khai."},
    )
    question = CleanText(
        label="Câu hỏi công khai",
        max_length=MOST_TEXT,
        widget=forms.Textarea({"rows": 9}),
        error_messages={"required": "Câu hỏi công khai đang trống."},
    )
    answer = CleanText(
        label="Trả lời công khai",
        max_length=MOST_TEXT,
        widget=forms.Textarea({"rows": 11}),
        error_messages={"required": "Trả lời công khai đang trống."},
    )
    with_name = forms.BooleanField(label="Công khai kèm họ tên người gửi", required=False)
    seen_at = forms.DateTimeField(
        widget=forms.HiddenInput, input_formats=["%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z"]
    )

    def __init__(self, data: Any = None, *, publication: Publication) -> None:
        words = {name: getattr(publication, name) for name in ("title", "question", "answer")}
        given = {"with_name": bool(publication.sender_name), "seen_at": publication.updated_at}
        super().__init__(data, initial={**words, **given}, auto_id="copy-%s", label_suffix="")
        self.initial["seen_at"] = publication.updated_at.isoformat()
        if not publication.submission.may_publish_name:
            del self.fields["with_name"]


class DecisionForm(forms.Form):
    """What a person decides on one find."""

    part = forms.CharField(max_length=20)
    digest = forms.CharField(max_length=64)
    verdict = forms.ChoiceField(choices=PrivacyDecision.Verdict)
    reason = CleanText(max_length=250, required=False)


class FileForm(forms.Form):
    """A file for the public: under which name, looked at by whom, redacted or as it is."""

    original = forms.ModelChoiceField(Attachment.objects.none())
    name = CleanText(max_length=100, required=False)
    was_looked_at = forms.BooleanField(required=False)
    redacted = forms.FileField(required=False)

    def __init__(self, *args: Any, publication: Publication) -> None:
        super().__init__(*args)
        keys = [choice.original.pk for choice in gate.choices(publication)]
        self.fields["original"].queryset = Attachment.objects.filter(pk__in=keys)
