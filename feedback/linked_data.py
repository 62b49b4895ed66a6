"""What a published answer says about itself to machines that read schema.org."""

from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from cityweb.core import html
from feedback.models import Publication

_UNNAMED = "Người dân Thành phố"
_OFFICE = "Phòng Thông tin điện tử"


def question(publication: Publication, origin: str) -> SafeString:
    """Describe a question with its accepted answer, and the way to it."""
    address = f"{origin}{publication.path}"
    asked = timezone.localtime(publication.submission.received_at)
    answered = timezone.localtime(publication.published_at)
    page: dict[str, Any] = {
        "@type": "QAPage",
        "inLanguage": "vi",
        "mainEntity": {
            "@type": "Question",
            "name": publication.title,
            "text": publication.question,
            "url": address,
            "dateCreated": asked.isoformat(timespec="seconds"),
            "author": {"@type": "Person", "name": publication.sender_name or _UNNAMED},
            "answerCount": 1,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": publication.answer,
                "url": f"{address}#tra-loi",
                "dateCreated": answered.isoformat(timespec="seconds"),
                "author": {
                    "@type": "GovernmentOrganization",
                    "name": publication.answered_by or _OFFICE,
                },
            },
        },
    }
    graph = [page, _line(publication, origin)]
    return html.data_block({"@context": "https://schema.org", "@graph": graph})


def _line(publication: Publication, origin: str) -> dict[str, Any]:
    steps = [
        ("Góp ý, phản ánh", "/gop-y/"),
        ("Hỏi đáp", "/gop-y/hoi-dap/"),
        (publication.title, publication.path),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": f"{origin}{path}"}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }
