"""One row of a register that is taken in: what it would make, change or leave as it is."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import models


def state(row: models.Model | None) -> dict[str, Any]:
    """Return what is stored of a row; nothing of one that is new."""
    if row is None or row.pk is None:
        return {}
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}


@dataclass
class Line:
    """One row of a sheet with its form; `before` is what was stored when it was read."""

    number: int
    form: forms.BaseForm
    errors: list[str] = field(default_factory=list)
    sheet: str = ""
    before: dict[str, Any] = field(default_factory=dict)

    @property
    def row(self) -> Any:
        """What would be stored; nothing where the row is only compared."""
        return getattr(self.form, "instance", None)

    @property
    def is_new(self) -> bool:
        return self.row is not None and not self.before and not self.errors

    @property
    def is_changed(self) -> bool:
        return bool(self.before) and not self.errors and state(self.row) != self.before

    @property
    def does(self) -> str:
        """What the row would do, in a word."""
        return "thêm mới" if self.is_new else "cập nhật" if self.is_changed else "giữ nguyên"
