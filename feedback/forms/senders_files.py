"""The sender's files as a choice: each with what a machine found in it, ticked when it may go."""

from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.urls import reverse

from cityweb.core.models import Attachment
from feedback.reports import veiled

AddressOf = Callable[[Attachment], str]


def _address(attachment: Attachment) -> str:
    return reverse("files:download", args=[attachment.key])


class FilesToShow(forms.CheckboxSelectMultiple):
    """The files as boxes, each above the words that were found in it."""

    template_name = "feedback/files_to_show.html"
    # What is known of each file, by its key as text; where it opens, and what it is called.
    known: dict[str, tuple[veiled.File, str, str]] = {}

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **options)
        file, address, called = self.known.get(str(value), (None, "", ""))
        return {**option, "file": file, "address": address, "called": called}


class SendersFiles(forms.ModelMultipleChoiceField):
    """Which files somebody else may see."""

    widget = FilesToShow

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(Attachment.objects.none(), label=label, required=False, **options)

    def offer(
        self,
        files: Collection[veiled.File],
        seen: Collection[Attachment] | None = None,
        *,
        address_of: AddressOf = _address,
        veils: Callable[[veiled.File], bool] = lambda file: False,
    ) -> None:
        """Offer these files; ticked are those that are `seen`, or those that give nothing away.

        `veils` tells of which files the reader must not see the name.
        """
        if seen is None:
            seen = veiled.usual(files, shares_sender=False)
        self.queryset = Attachment.objects.filter(pk__in=[one.attachment.pk for one in files])
        self.widget.known = {
            str(one.attachment.pk): (
                one,
                "" if one.waits else address_of(one.attachment),
                one.shown_as if veils(one) else one.attachment.name,
            )
            for one in files
        }
        self.initial = [one.pk for one in seen]
