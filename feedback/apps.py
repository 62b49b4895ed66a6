from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "feedback"
    verbose_name = "Góp ý"

    def ready(self) -> None:
        from cityweb.core import audit  # noqa: PLC0415  models are there only now
        from feedback import queues, verbs  # noqa: PLC0415  models are there only now

        queues.put_on_desk()
        audit.name_verbs(verbs.VERBS)
