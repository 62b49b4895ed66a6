from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = "Website thành viên"

    def ready(self) -> None:
        from cityweb.core import audit  # noqa: PLC0415  models are there only now
        from members import queues, verbs  # noqa: PLC0415  models are there only now

        queues.put_on_desk()
        audit.name_verbs(verbs.VERBS)
