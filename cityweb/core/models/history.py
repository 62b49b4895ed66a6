"""What every row history shares: a digest stamped by the database, and no way back.

Settings name `Event` as the base of all event models (`PGHISTORY_BASE_MODEL`). The functions that
the triggers call come with the first migration; unlike those that pgtrigger writes itself, they
do not obey its `ignore`, which any session could set.
"""

import pghistory.models
import pgtrigger
from django.db import models


class OwnFunction(pgtrigger.Trigger):
    """A trigger that runs a function of our own instead of the one pgtrigger generates."""

    function: str
    func = "RETURN NEW;"

    def render_execute(self, model: type[models.Model]) -> str:
        return f"{self.function}()"


class StampDigest(OwnFunction):
    """Fills `row_digest` with a digest of all other columns, whoever inserts the row."""

    name = "row_digest_is_stamped"
    when = pgtrigger.Before
    operation = pgtrigger.Insert
    function = "core_stamp_digest"


class RefuseChange(OwnFunction):
    """Refuses to change or delete a row."""

    name = "rows_are_append_only"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    function = "core_refuse_change"


class RefuseTruncate(OwnFunction):
    """Refuses to empty the table."""

    name = "table_is_append_only"
    level = pgtrigger.Statement
    when = pgtrigger.Before
    operation = pgtrigger.Truncate
    function = "core_refuse_change"


def append_only() -> list[pgtrigger.Trigger]:
    """Return the triggers of a table whose rows are never changed, deleted or forged unseen."""
    return [StampDigest(), RefuseChange(), RefuseTruncate()]


class Event(pghistory.models.Event):
    """One version of a tracked row, with the moment, the kind of change and its context."""

    pgh_id = models.BigAutoField(primary_key=True)
    pgh_created_at = models.DateTimeField("thời điểm", auto_now_add=True, db_index=True)
    row_digest = models.CharField("dấu kiểm", max_length=64, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def pghistory_setup(cls) -> None:
        super().pghistory_setup()
        if not cls._meta.abstract:
            for trigger in append_only():
                trigger.register(cls)
