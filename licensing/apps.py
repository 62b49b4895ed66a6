from django.apps import AppConfig


class LicensingConfig(AppConfig):
    name = "licensing"
    verbose_name = "Cấp phép"

    def ready(self) -> None:
        from cityweb.core import audit  # noqa: PLC0415  models are there only now
        from licensing import queues, verbs  # noqa: PLC0415  models are there only now

        queues.put_on_desk()
        audit.name_verbs(verbs.VERBS)
