"""How a public page leaves: the same bytes for everyone, to be kept for a moment by any cache."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import get_language

KEEP = "public, max-age=30, stale-while-revalidate=60"
KEEP_CHECKED = "public, no-cache"
"""For what may be taken back any minute: kept, yet never shown without asking whether it stands."""
KEEP_LONG = "public, max-age=600, stale-while-revalidate=3600"
KEEP_FEED = "public, max-age=120, stale-while-revalidate=600"

MOST_DESCRIBED = 300
"""Characters of a description that search engines and social networks read."""

# What base.html asks for. A missing name costs a template ten times as much as an empty one.
_UNSAID: dict[str, Any] = {
    "title": "",
    "description": "",
    "path": "",
    "prefix": "",
    "home_path": "/",
    "og_type": "website",
    "alternates": (),
    "translation_path": "",
    "current": None,
    "line": (),
    "linked_data": "",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a page, where no row stands for it."""

    name: str
    path: str

    def __str__(self) -> str:
        return self.name


def in_languages(path: str) -> dict[str, Any]:
    """Return the facts of a page that is there in each language; `path` is the Vietnamese one."""
    prefixes = {
        code: "" if code == settings.LANGUAGE_CODE else f"/{code}" for code, _ in settings.LANGUAGES
    }
    now = get_language() or settings.LANGUAGE_CODE
    other = next(code for code in prefixes if code != now)
    return {
        "path": f"{prefixes[now]}{path}",
        "prefix": prefixes[now],
        "home_path": f"{prefixes[now]}/",
        "alternates": [(code, f"{prefix}{path}") for code, prefix in prefixes.items()],
        "translation_path": f"{prefixes[other]}{path}",
        "is_vietnamese": now == settings.LANGUAGE_CODE,
    }


def page(
    request: HttpRequest, template: str, facts: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a public page.

    Rendered without context processors: those of the staff screens would look at the session.
    """
    facts = {**_UNSAID, "request": request, **facts}
    facts["description"] = facts["description"][:MOST_DESCRIBED]
    text = loader.get_template(template).render(facts)
    response = HttpResponse(text, status=status)
    response.headers["Cache-Control"] = KEEP
    return response
