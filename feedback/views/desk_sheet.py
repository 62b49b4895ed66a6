"""A case on paper: one sheet with all that is known of it but who wrote it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from feedback.states import ClockName, ReplyState
from feedback.views import desk_panels
from feedback.views.desk_case_facts import find, which


def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Show the case as an A4 sheet. Who wrote it stays off: each look at that is written down."""
    case = find(code, request.user)
    context = {
        "case": case,
        "one": case.submission,
        "clocks": [
            {"clock": one, "name": ClockName(one.name).label, "which": which(case, one)}
            for one in case.clocks
        ],
        "hops": desk_panels.facts_of("forwarding", case)["hops"],
        "replies": [one for one in case.replies if one.state != ReplyState.DROPPED],
        # Oldest first: paper is read from the top.
        "events": desk_panels.facts_of("timeline", case)["events"][::-1],
    }
    return render(request, "feedback/desk/sheet.html", context)
