"""`manage.py migrate` as Django has it, in a third of the time where many migrations wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, partialmethod
from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.operations import AlterField, RenameField, RenameModel
from django.db.migrations.state import ProjectState

# These add to one model and take nothing from any other.
_ADDITIONS = ("add_model", "add_field", "_append_option", "alter_model_options")
# These look for whoever refers to a model.
_LOOKING_BACK = (AlterField, RenameField, RenameModel)


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with _drawing_little():
            super().handle(*args, **options)


@contextmanager
def _drawing_little() -> Iterator[None]:
    """Let a changed model be drawn anew alone or with its neighbours, not with all related ones.

    Nearly every model here is related to nearly every other, and drawing them again and again is
    most of a first start. It is what Django itself does for fields without relations: it notes
    that the rest is stale, and draws all of it before a migration that runs code.
    """
    drawn = {(ProjectState, name): _drawn_alone for name in _ADDITIONS}
    drawn[ProjectState, "reload_model"] = _with_neighbours
    drawn |= {(operation, "database_forwards"): _drawn_whole for operation in _LOOKING_BACK}
    usual = {(owner, name): getattr(owner, name) for owner, name in drawn}
    for (owner, name), ours in drawn.items():
        setattr(owner, name, partialmethod(ours, usual[owner, name]))
    try:
        yield
    finally:
        for (owner, name), method in usual.items():
            setattr(owner, name, method)


def _with_neighbours(
    state: ProjectState, reload: Callable, app_label: str, model_name: str, delay: bool = False
) -> None:
    reload(state, app_label, model_name, delay=True)


def _drawn_alone(state: ProjectState, add: Callable, *args: Any, **kwargs: Any) -> None:
    state.reload_model = partial(_only, state)
    try:
        add(state, *args, **kwargs)
    finally:
        del state.reload_model


def _only(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    if "apps" in state.__dict__:
        state.is_delayed = True
        state._reload({(app_label, model_name)})


def _drawn_whole(
    operation: Any, run: Callable, app_label: str, editor: Any, before: Any, after: Any
) -> None:
    field = getattr(operation, "field", None)
    # Only what others can refer to has somebody looking back at it.
    if field is None or field.primary_key or field.unique:
        before.clear_delayed_apps_cache()
        after.clear_delayed_apps_cache()
    run(operation, app_label, editor, before, after)
