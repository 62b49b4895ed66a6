from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class CoreConfig(AppConfig):
    name = "cityweb.core"
    label = "core"
    verbose_name = "Nền tảng"


class PortalAdminConfig(AdminConfig):
    """Django admin with the portal's own site: its sign-in, titles and landing page."""

    default_site = "cityweb.core.admin_site.PortalAdminSite"
