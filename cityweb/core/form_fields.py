"""Fields that forms of several apps ask with."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict


class ManyFiles(forms.ClearableFileInput):
    """The browser's own file chooser, for several files at once; its value is their list."""

    allow_multiple_selected = True

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Mapping[str, Any], name: str
    ) -> list[UploadedFile]:
        return files.getlist(name) if isinstance(files, MultiValueDict) else []
