"""The mailboxes with their categories, and the notice in force: read once in a while."""

from dataclasses import dataclass

from cachetools.func import ttl_cache
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from feedback.models import Category, Mailbox, PrivacyNotice, RetentionPolicy

SECONDS = 10


# No box equals another: what is kept for one that was read earlier is not true of this one.
@dataclass(frozen=True, eq=False)
class Box:
    """A mailbox and what one may write to it about."""

    mailbox: Mailbox
    categories: tuple[Category, ...]
    # Whether it is settled how long submissions are kept; senders are told when it is not.
    has_term: bool = True

    @property
    def path(self) -> str:
        return f"/gop-y/{self.mailbox.slug}/"

    @property
    def sending_path(self) -> str:
        """Where its form is sent.

        Not the very address of the page: a browser forgets a page whose address takes a POST, so
        that going back would bring a new ticket, and sending again a second record.
        """
        return f"{_prefix()}{self.path}?gui"

    @property
    def examples(self) -> list[str]:
        return self.mailbox.examples.splitlines()

    def category(self, code: str) -> Category | None:
        """Return the category of this mailbox with the code."""
        return next((one for one in self.categories if one.code == code), None)


def _prefix() -> str:
    """Return what stands before an address in the language of the page."""
    language = get_language() or settings.LANGUAGE_CODE
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


@ttl_cache(maxsize=1, ttl=SECONDS)
def boxes() -> tuple[Box, ...]:
    """Return every mailbox in its place, those that are closed too."""
    categories = list(Category.objects.filter(is_active=True))
    open_ended = set(without_term().values_list("pk", flat=True))
    return tuple(
        Box(
            mailbox,
            tuple(one for one in categories if one.mailbox_id == mailbox.pk),
            has_term=mailbox.pk not in open_ended,
        )
        for mailbox in Mailbox.objects.all()
    )


def without_term() -> QuerySet[Mailbox]:
    """Return the mailboxes for which nobody has said how long submissions are kept."""
    settled = RetentionPolicy.objects.filter(
        is_active=True, months__isnull=False, category__isnull=True
    )
    return Mailbox.objects.exclude(pk__in=settled.values("mailbox"))


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
