from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "cityweb.news"
    label = "news"
    verbose_name = "Tin bài"

    def ready(self) -> None:
        from cityweb.core import audit  # noqa: PLC0415  models are there only now
        from cityweb.news import queues, verbs  # noqa: PLC0415  models are there only now

        queues.put_on_desk()
        audit.name_verbs(verbs.VERBS)
