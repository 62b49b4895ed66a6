"""The public page: guidance, questions answered, special products, where to report a bad ad."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import conditional_page

from advertising.models import Guidance, ProductCategory, ProductCondition
from cityweb.core import pages

PATH = "/quang-cao/"
# Where reports and questions come in: the mailbox, with their subject chosen.
_MAILBOX = "/gop-y/xay-dung-thanh-pho/"
REPORTING = f"{_MAILBOX}?linh-vuc=quang-cao-tren-mang"
QUESTIONS = "hoi-ve-quang-cao"
STEP = pages.Step("Quảng cáo trên mạng", PATH)


@conditional_page
def guidance(request: HttpRequest) -> HttpResponse:
    """Show what is to be read, newest law first where the office put it so."""
    shown = Guidance.objects.filter(is_public=True)
    facts = {
        "title": "Quảng cáo trên mạng",
        "description": "Hướng dẫn về quảng cáo trên mạng, câu hỏi thường gặp, sản phẩm đặc biệt và "
        "nơi báo quảng cáo vi phạm.",
        "path": PATH,
        "reporting": REPORTING,
        "asking": f"{_MAILBOX}?linh-vuc={QUESTIONS}",
        "subject": QUESTIONS,
        "guides": [one for one in shown if one.kind == Guidance.Kind.GUIDE],
        "questions": [one for one in shown if one.kind == Guidance.Kind.QUESTION],
    }
    response = pages.page(request, "advertising/guidance.html", facts)
    # Answers of the mailboxes stand on it; one that is withdrawn is gone at once.
    response.headers["Cache-Control"] = pages.KEEP_CHECKED
    return response


@conditional_page
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one piece of guidance."""
    found = get_object_or_404(Guidance, slug=slug, kind=Guidance.Kind.GUIDE, is_public=True)
    facts = {
        "title": found.title,
        "description": found.body,
        "path": f"{PATH}huong-dan/{found.slug}/",
        "line": [STEP],
        "found": found,
    }
    return pages.page(request, "advertising/guide.html", facts)


@conditional_page
def products(request: HttpRequest) -> HttpResponse:
    """Show what may not be advertised, and what only under which conditions of today."""
    today = timezone.localdate()
    in_force = Prefetch("conditions", ProductCondition.objects.in_force(today), to_attr="now")
    facts = {
        "title": "Sản phẩm, hàng hóa, dịch vụ đặc biệt",
        "description": "Sản phẩm, hàng hóa, dịch vụ cấm quảng cáo hoặc chỉ được quảng cáo khi có "
        "đủ giấy tờ, kèm căn cứ pháp luật.",
        "path": f"{PATH}san-pham-dac-biet/",
        "line": [STEP],
        "today": today,
        "kinds": [
            (label, ProductCategory.objects.filter(kind=kind).prefetch_related(in_force))
            for kind, label in ProductCategory.Kind.choices
        ],
    }
    return pages.page(request, "advertising/products.html", facts)
