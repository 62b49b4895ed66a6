"""What every desk screen of feedback shows beside its own work: heaps with counts, kept filters."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from cityweb.core import access, kept_views
from cityweb.core.models import Role, User
from feedback import queues
from feedback.models import SavedView, Submission
from feedback.reports import tally


def may_handle(user: User, submission: Submission | None = None) -> bool:
    """Tell whether the person works on submissions, beyond reading them.

    A denunciation is handled by its readers, whatever else they are; all else by the officers.
    Without a submission: whether there is any they work on.
    """
    if submission is None:
        return user.has_role(*queues.HANDLERS, Role.DENUNCIATION_READER)
    if submission.is_restricted:
        return user.has_role(Role.DENUNCIATION_READER)
    return user.has_role(*queues.HANDLERS)


def sidebar(request: HttpRequest, *, here: str = "") -> dict[str, Any]:
    """Return the left side; `here` is the query of the list that is open."""
    user = request.user
    counts, notes = tally.of(user), tally.notes(user)
    groups: dict[str, list[dict[str, Any]]] = {}
    for heap in queues.of(user):
        query, count = urlencode({"heap": heap.key}), counts[heap.key]
        groups.setdefault(heap.group, []).append(
            {
                "title": heap.title,
                "query": query,
                "count": count,
                "note": notes.get(heap.key, ""),
                "is_late": heap.is_late and count > 0,
                "is_here": query == here,
            }
        )
    return {
        "groups": list(groups.items()),
        "doors": [
            (title, reverse(name))
            for title, name in (
                ("Ghi ý kiến qua điện thoại, giấy", "feedback_desk:take_down"),
                ("Thư đến chờ xem", "feedback_desk:letters"),
                ("Số liệu", "feedback_desk:statistics"),
                ("Yêu cầu về dữ liệu cá nhân", "feedback_desk:data_requests"),
            )
            if access.may_visit(user, name)
        ],
        "saved_views": kept_views.offered(
            SavedView, user, here=here, decides=user.has_role(*queues.DECIDERS)
        ),
        "counts": counts,
    }
