"""Static pages in their tree."""

from dataclasses import dataclass, field

from cityweb.news.models import Page


@dataclass(slots=True)
class Branch:
    """A page without its text, and what lies below it."""

    page: Page
    below: list["Branch"] = field(default_factory=list)


def page_by_slug(site_id: int, language: str, slug: str) -> Page | None:
    """Return the public page with this address and the unit that looks after it."""
    pages = Page.objects.public().filter(site=site_id, language=language, slug=slug)
    return pages.select_related("owner__organisation").first()


def tree(site_id: int, language: str) -> list[Branch]:
    """Return the public pages as a tree; a page below a hidden one stands at the top."""
    pages = (
        Page.objects.public().filter(site=site_id, language=language).order_by("position", "title")
    )
    branches = {page.pk: Branch(page) for page in pages.defer("body", "lead")}
    tops: list[Branch] = []
    for branch in branches.values():
        parent = branches.get(branch.page.parent_id or 0)
        (parent.below if parent else tops).append(branch)
    return tops


def line_to(page: Page, branches: list[Branch]) -> list[Branch]:
    """Return the branches from the top of the tree down to `page`."""
    for branch in branches:
        if branch.page.pk == page.pk:
            return [branch]
        below = line_to(page, branch.below)
        if below:
            return [branch, *below]
    return []
