"""How the fields of our own forms are drawn: one template for all of them."""

from django.forms.renderers import TemplatesSetting


class PortalRenderer(TemplatesSetting):
    """Draws `{{ field.as_field_group }}` with label, hint, error and control in one order."""

    field_template_name = "parts/field.html"
