"""The home page."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cityweb.news import linked_data, nav
from cityweb.news.models.sites import Language, language_prefix
from cityweb.news.reports.home import home as compose
from cityweb.news.views import answers


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    site, language, now = request.site, get_language(), timezone.now()
    is_english = language == Language.EN
    owner = site.owner_name_en if is_english else site.owner_name
    tagline = site.tagline_en if is_english else site.tagline
    found = compose(site.pk, language, now)
    return answers.page(
        request,
        "news/home.html",
        {
            "title": f"{owner} – {site.name}",
            "description": tagline,
            "current": "home",
            "home": found,
            "lead": found.hero[0] if found.hero else None,
            "beside": found.hero[1:],
            "campaigns": nav.campaigns(site.pk, language, timezone.localdate(now)),
            "path": f"{language_prefix(language)}/",
            "alternates": [
                (other.value, f"{language_prefix(other)}/")
                for other in Language
                if other == language or nav.columns(site.pk, other)
            ],
            "linked_data": linked_data.website(site, language),
        },
    )
