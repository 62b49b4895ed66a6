"""What a page gave one visitor and not another, side by side."""

from dataclasses import dataclass

from members import comparing
from members.comparing import Line
from members.models import Guise, GuisePage, SubPage


@dataclass(frozen=True)
class Face:
    """What one guise was given, and what of it the browser was not."""

    look: GuisePage
    is_elsewhere: bool
    changes: list[Line]


@dataclass(frozen=True)
class Faces:
    """The page of the browser, and what every other guise was given in its place."""

    plain: GuisePage
    others: list[Face]


def faces(page: SubPage) -> Faces | None:
    """Return the looks that prove a difference, else the last ones; nothing where none are kept."""
    kept = list(page.guises.all())
    proof = [one for one in kept if one.is_proof]
    looks = {one.guise: one for one in proof or kept}
    plain = looks.pop(Guise.BROWSER, None)
    if plain is None:
        return None
    before = plain.source
    return Faces(
        plain,
        [
            Face(one, one.final_url != plain.final_url, comparing.changes(before, one.source))
            for one in looks.values()
        ],
    )
