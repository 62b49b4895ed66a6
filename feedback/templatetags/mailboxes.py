"""The doors to the mailboxes, for pages of other apps."""

from typing import Any

from django import template

from feedback.reports import boxes, published

register = template.Library()


@register.inclusion_tag("feedback/_doors.html")
def mailbox_doors() -> dict[str, Any]:
    """Draw a band that leads to each mailbox, to following a submission, and to the answers."""
    return {"boxes": boxes.boxes()}


@register.inclusion_tag("feedback/_branches.html")
def mailbox_branches() -> dict[str, Any]:
    """Draw the pages of the mailboxes as a branch of the site map."""
    return {"boxes": boxes.boxes()}


@register.inclusion_tag("feedback/_answered.html")
def answered_questions(subject: str) -> dict[str, Any]:
    """Draw the newest published answers under a subject, by the code of its category.

    The page that shows them must never leave a cache unchecked: what is withdrawn is gone at once.
    """
    return {"subject": subject, "answered": published.newest_on(subject)}
