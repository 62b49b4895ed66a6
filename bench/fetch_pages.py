"""A home page over HTTPS, as `bench.fetch` has granian serve it."""

import gzip
import random
from collections.abc import Callable, Iterable

WORDS = ("Thành phố", "Hồ Chí Minh", "phường", "thông báo", "kế hoạch", "cải cách", "hành chính")


def page() -> bytes:
    """Return some 78 KB of list of news, packed as servers pack it."""
    chance = random.Random(2026)
    items = (
        f'<li class="item"><a href="/tin/{number}-{chance.randrange(10**6)}">'
        f"{' '.join(chance.choices(WORDS, k=12))}</a>"
        for number in range(400)
    )
    return gzip.compress(f"<!doctype html><title>UBND</title><ul>{''.join(items)}</ul>".encode())


PAGE = page()
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Encoding", "gzip"),
    ("Content-Length", str(len(PAGE))),
]


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    start_response("200 OK", HEADERS)
    return [PAGE]
