"""What a verb is called on screen. Verbs are free strings; an unnamed one is shown as it is."""

from collections.abc import Mapping

from django.apps import apps

_names: dict[str, str] = {}
# How admin records a change of a reference table: "<app>.<model>_<ending>".
ENDINGS = {"added": "Thêm", "changed": "Sửa", "deleted": "Xóa"}


def name_verbs(verbs: Mapping[str, str]) -> None:
    """Give verbs their Vietnamese names; called by each app when it is ready."""
    _names.update(verbs)


def verb_label(verb: str) -> str:
    """Return the Vietnamese name of a verb."""
    if verb in _names:
        return _names[verb]
    model, _, ending = verb.rpartition("_")
    app, _, model_name = model.partition(".")
    if ending in ENDINGS and app in apps.app_configs and model_name in apps.all_models[app]:
        return f"{ENDINGS[ending]} {apps.get_model(app, model_name)._meta.verbose_name}"
    return verb
