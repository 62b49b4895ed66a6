"""The mailboxes with their categories, and the notice in force: read once in a while."""

from dataclasses import dataclass

from cachetools.func import ttl_cache
from django.utils import timezone

from feedback.models import Category, Mailbox, PrivacyNotice

SECONDS = 10


@dataclass(frozen=True)
class Box:
    """A mailbox and what one may write to it about."""

    mailbox: Mailbox
    categories: tuple[Category, ...]

    @property
    def path(self) -> str:
        return f"/gop-y/{self.mailbox.slug}/"

    @property
    def sending_path(self) -> str:
        """Where its form is sent.

        Not the very address of the page: a browser forgets a page whose address takes a POST, so
        that going back would bring a new ticket, and sending again a second record.
        """
        return f"{self.path}?gui"

    @property
    def examples(self) -> list[str]:
        return self.mailbox.examples.splitlines()

    def category(self, code: str) -> Category | None:
        """Return the category of this mailbox with the code."""
        return next((one for one in self.categories if one.code == code), None)


@ttl_cache(maxsize=1, ttl=SECONDS)
def boxes() -> tuple[Box, ...]:
    """Return every mailbox in its place, those that are closed too."""
    categories = list(Category.objects.filter(is_active=True))
    return tuple(
        Box(mailbox, tuple(one for one in categories if one.mailbox_id == mailbox.pk))
        for mailbox in Mailbox.objects.all()
    )


def box_of_slug(slug: str) -> Box | None:
    """Return the mailbox at this address."""
    return next((box for box in boxes() if box.mailbox.slug == slug), None)


@ttl_cache(maxsize=1, ttl=SECONDS)
def notice() -> PrivacyNotice | None:
    """Return what senders are told about personal data today."""
    return PrivacyNotice.objects.filter(valid_from__lte=timezone.localdate()).first()


def forget() -> None:
    """Drop everything remembered in this process."""
    boxes.cache_clear()
    notice.cache_clear()
