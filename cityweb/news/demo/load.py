"""Loads the sample newsroom in one transaction: wholly or not at all."""

from datetime import datetime

from django.db import transaction

from cityweb.news.demo import data, drawings, people, standing, stories
from cityweb.news.models import Site


@transaction.atomic
def load(*, password: str, now: datetime) -> int:
    """Load whatever of the sample is missing and return how many articles that were.

    Times are counted from `now`. What is there stays as it is, also when someone changed it.
    """
    staff = people.load(password)
    sites = Site.objects.in_bulk(field_name="code")
    with drawings.Studio() as studio:
        pictures = {
            code: studio.pictures(_pictures_of(code), sites[code], staff.board(code))
            for code in staff.boards
        }
        room = stories.Newsroom(staff, sites, pictures, now)
        loaded = stories.load(room)
        standing.load(room)
    return loaded


def _pictures_of(site: str) -> set[str]:
    """Return the names of the pictures that something on the site shows."""
    rows = [row for row in [*data.stories(), *data.rows("campaigns")] if row["site"] == site]
    return {row[name] for row in rows for name in ("picture", "banner_picture") if name in row}
