"""`manage.py migrate` as Django has it, in half the time where many migrations wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.state import ProjectState


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with _neighbours_only():
            super().handle(*args, **options)


@contextmanager
def _neighbours_only() -> Iterator[None]:
    """Let a changed model be drawn anew with its neighbours, not with all that is related to them.

    Nearly every model here is related to nearly every other, and drawing them again and again is
    most of a first start. It is what Django itself does for fields without relations: it notes
    that the rest is stale, and draws all of it before a migration that runs code.
    """
    usual = ProjectState.reload_model

    def reload(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
        usual(state, app_label, model_name, delay=True)

    ProjectState.reload_model = reload
    try:
        yield
    finally:
        ProjectState.reload_model = usual
