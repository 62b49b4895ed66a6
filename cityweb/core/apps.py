from django.apps import AppConfig, apps
from django.contrib.admin import apps as admin_apps


class CoreConfig(AppConfig):
    name = "cityweb.core"
    default = True
    label = "core"
    verbose_name = "Nền tảng"

    def ready(self) -> None:
        # Models are ready only now; the Celery application must exist before a task is sent.
        from cityweb import celery  # noqa: PLC0415, F401
        from cityweb.core import audit, committees, law, queues, signin, signup  # noqa: PLC0415
        from cityweb.core.attachments import actions as attachments  # noqa: PLC0415
        from cityweb.core.clocks import calendars, recounting  # noqa: PLC0415
        from cityweb.core.outbox import mending  # noqa: PLC0415
        from cityweb.core.papers import actions as papers  # noqa: PLC0415

        audit.name_verbs(signin.VERBS | signup.VERBS | committees.VERBS)
        audit.name_verbs(attachments.VERBS)
        audit.name_verbs(mending.VERBS)
        audit.name_verbs(papers.VERBS)
        audit.name_verbs(law.VERBS | calendars.VERBS | recounting.VERBS)
        queues.put_on_desk()
        apps.get_app_config("axes").verbose_name = "Đăng nhập"


class PortalAdminConfig(admin_apps.AdminConfig):
    """Django admin with the portal's own site: its sign-in, titles and landing page."""

    default = False
    default_site = "cityweb.core.admin_site.PortalAdminSite"
