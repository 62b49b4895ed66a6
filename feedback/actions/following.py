"""Telling those whose letters were joined to another one: the answer to that one, masked."""

from collections.abc import Iterable

from feedback.actions._moving import tell_sender
from feedback.models import Reply, Submission
from feedback.reports import shared


def share_answer(reply: Reply, followers: Iterable[Submission]) -> None:
    """Mail what others may read of a reply to each of `followers`, once for each reply."""
    answer = shared.of(reply)
    for follower in followers:
        tell_sender(
            follower,
            "shared",
            key=f"replied:{reply.pk}",
            answer=answer,
            heading=shared.HEADING,
        )


def tell_joined(follower: Submission, original: Submission) -> None:
    """Tell a sender that theirs is handled with an earlier one, with its answer if there is one."""
    reply = shared.latest(original)
    if reply is None:
        tell_sender(follower, "merged", key="merged")
        return
    reply.submission = original
    share_answer(reply, [follower])
