"""The drawn pictures, stored for each site that shows them.

They are our own files, so they need neither the checks nor the child process of `intake`:
that would take half a minute of every first start.
"""

import hashlib
import io
import os
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Self

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from cityweb.core import audit
from cityweb.core.models import User
from cityweb.news.demo import data
from cityweb.news.models import Picture, Site

# Every drawing is 1600 × 900 pixels.
_WIDTHS = (360, 720, 1600)
_HEIGHT = 900
_QUALITY = 80
# Half the time of Pillow's usual 4, three per cent more bytes.
_EFFORT = 2
_CREDIT = "Minh họa: CityWeb"


class Studio:
    """Stores pictures; their files are written beside the rest of the loading.

    Leaving it waits for the files and raises what went wrong. Pillow works outside the
    interpreter's lock, so the database need not wait for it.
    """

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(os.cpu_count())
        self._written: list[Future[None]] = []
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._pool.shutdown(cancel_futures=kind is not None)
        if kind is None:
            for file in self._written:
                file.result()

    def pictures(self, names: Iterable[str], site: Site, actor: User) -> dict[str, Picture]:
        """Return the named pictures of `site`, added where they are missing."""
        bases = {name: _base(site, data.drawing(name)) for name in sorted(set(names))}
        rows = Picture.objects.filter(base__in=bases.values())
        known = {picture.base: picture for picture in rows}
        self._written += [self._pool.submit(_store, base, name) for name, base in bases.items()]
        return {
            name: known.get(base) or _keep(name, base, site, actor) for name, base in bases.items()
        }


def _base(site: Site, drawing: bytes) -> str:
    """Return the folder an upload of the same file would end in, so that it is found again."""
    return "pictures/demo/" + hashlib.sha256(b"%d:" % site.pk + drawing).hexdigest()[:32]


def _store(base: str, name: str) -> None:
    """Write the renditions that are not there yet."""
    paths = {width: f"{base}/{width}.webp" for width in _WIDTHS}
    if all(default_storage.exists(path) for path in paths.values()):
        return
    for width, content in _renditions(name).items():
        if not default_storage.exists(paths[width]):
            default_storage.save(paths[width], ContentFile(content))


@cache
def _renditions(name: str) -> dict[int, bytes]:
    """Return the picture in every width; the widest is the drawing as it is."""
    drawing = data.drawing(name)
    image = Image.open(io.BytesIO(drawing)).convert("RGB")
    found = {_WIDTHS[-1]: drawing}
    for width in _WIDTHS[:-1]:
        out = io.BytesIO()
        shrunk = image.resize((width, width * _HEIGHT // _WIDTHS[-1]), Image.Resampling.HAMMING)
        shrunk.save(out, "WEBP", quality=_QUALITY, method=_EFFORT)
        found[width] = out.getvalue()
    return found


def _keep(name: str, base: str, site: Site, actor: User) -> Picture:
    picture = Picture.objects.create(
        site=site,
        base=base,
        widths=list(_WIDTHS),
        width=_WIDTHS[-1],
        height=_HEIGHT,
        alt=data.descriptions()[name],
        credit=_CREDIT,
        created_by=actor,
    )
    audit.record(actor=actor, verb="news.picture_added", target=picture)
    return picture
