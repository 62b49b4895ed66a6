"""How a step is carried out: from what the form says to the action."""

from typing import Any

from feedback import actions
from feedback.states import Kind, Outcome, State
from feedback.views.desk_case_facts import Case

Facts = dict[str, Any]


def classify(case: Case, said: Facts) -> None:
    actions.classify(
        **who(case),
        kind=Kind(said["kind"]),
        category=said["category"],
        unit=said["unit"],
        is_urgent=said["is_urgent"],
    )


def redirect(case: Case, said: Facts) -> None:
    actions.redirect_elsewhere(**who(case), kind=Kind(said["kind"]), guidance=said["guidance"])


def transfer(case: Case, said: Facts) -> None:
    actions.transfer_on_paper(**who(case), **said)


def forward(case: Case, said: Facts) -> None:
    actions.forward(
        **who(case),
        organisation=said["organisation"],
        message=said["message"],
        why=said["why"],
        shares_sender=said["shares_sender"],
        shown=said["shown"],
    )


def draft(case: Case, said: Facts) -> None:
    answered = [hop for hop in case.hops if hop.answer and hop.parent_id is None]
    is_theirs = case.submission.state == State.ANSWERED
    actions.draft_reply(**who(case), source=answered[-1] if is_theirs and answered else None)


def save(case: Case, said: Facts) -> None:
    actions.save_reply(
        **reply(case),
        body=said["body"],
        outcome=Outcome(said["outcome"]),
        version=said["version"],
        files=said.get("files"),
    )


def save_and_submit(case: Case, said: Facts) -> None:
    save(case, said)
    actions.submit_reply(**reply(case))


def who(case: Case) -> dict[str, Any]:
    return {"pk": case.submission.pk, "actor": case.user}


def reply(case: Case) -> dict[str, Any]:
    return {"pk": case.reply.pk if case.reply else 0, "actor": case.user}
