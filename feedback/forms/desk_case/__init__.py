"""What each step on a submission asks of the officer; the case screen shows one at a time."""

from feedback.forms.desk_case.base import CaseForm, Text
from feedback.forms.desk_case.forwarding import Files, Forward, NewFiles, OfHop, Recall
from feedback.forms.desk_case.guarding import Hold, LiftHold, LiftRestriction, Restrict, Transfer
from feedback.forms.desk_case.replying import (
    Approve,
    DropCitation,
    Remark,
    ReturnReply,
    SaveReply,
    ShareAnswer,
)
from feedback.forms.desk_case.sorting import (
    AskSender,
    Assign,
    Classify,
    Merge,
    Promise,
    Redirect,
    Reject,
    WriteDown,
)

__all__ = [
    "Approve",
    "AskSender",
    "Assign",
    "CaseForm",
    "Classify",
    "DropCitation",
    "Files",
    "Forward",
    "Hold",
    "LiftHold",
    "LiftRestriction",
    "Merge",
    "NewFiles",
    "OfHop",
    "Promise",
    "Recall",
    "Redirect",
    "Reject",
    "Remark",
    "Restrict",
    "ReturnReply",
    "SaveReply",
    "ShareAnswer",
    "Text",
    "Transfer",
    "WriteDown",
]
