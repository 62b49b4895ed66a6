"""The main menu, as the Wagtail tutorial builds it."""

from typing import Any

from django import template
from wagtail.models import Page, Site

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_pages(context: dict[str, Any]) -> Any:
    root: Page = Site.find_for_request(context["request"]).root_page
    return root.get_children().live().in_menu()
