from django.apps import AppConfig


class AdvertisingConfig(AppConfig):
    name = "advertising"
    verbose_name = "Quảng cáo trên mạng"

    def ready(self) -> None:
        from advertising import queues, verbs  # noqa: PLC0415  models are there only now
        from cityweb.core import audit  # noqa: PLC0415  models are there only now

        queues.put_on_desk()
        audit.name_verbs(verbs.VERBS)
