"""Articles as other apps may cite them: how one stands today, and which answer to some words."""

from cityweb.core.citations import Found, Standing
from cityweb.news.models import Article, LiveArticle, Site
from cityweb.news.search import find as search
from cityweb.news.states import WithdrawalReason


def standing(article_id: int) -> Standing | None:
    """Return how an article stands; its version is the edition that readers get."""
    live = LiveArticle.objects.filter(pk=article_id).select_related("site", "edition").first()
    if live is not None:
        return _live(live)
    article = Article.objects.filter(pk=article_id, withdrawn_at__isnull=False).first()
    return _withdrawn(article) if article else None


def find(words: str, *, most: int) -> list[Found]:
    """Return the listed articles of all sites that answer some words, the best of each first."""
    sites = list(Site.objects.all())
    pages = [search(words, site_id=site.pk, language="vi", limit=most) for site in sites]
    hits = [hit.live for page in pages for hit in page.hits][:most]
    rows = LiveArticle.objects.select_related("site", "edition")
    live = rows.in_bulk([hit.pk for hit in hits])
    return [Found(hit.pk, _live(live[hit.pk])) for hit in hits if hit.pk in live]


def _live(live: LiveArticle) -> Standing:
    return Standing(
        title=live.title,
        address=f"{live.site.origin}{live.path}",
        version=f"bản {live.edition.number}",
        is_good=live.is_listed,
        why_not=live.expired_note or ("" if live.is_listed else "Bài đã hết thời hạn."),
    )


def _withdrawn(article: Article) -> Standing:
    replacement = LiveArticle.objects.filter(pk=article.replaced_by_id).first()
    if article.withdrawal_reason == WithdrawalReason.SUPERSEDED and replacement:
        why = f"Bài đã được thay bằng “{replacement.title}”."
    else:
        why = "Bài đã bị gỡ."
    return Standing(title=str(article), address="", version="đã gỡ", is_good=False, why_not=why)
