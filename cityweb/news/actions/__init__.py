"""The verbs of the newsroom: write, pass on, publish, take down. Only these write `state`."""

from cityweb.news.actions.drafting import create_article, save_draft
from cityweb.news.actions.publishing import publish, publish_due, put_live
from cityweb.news.actions.versions import discard, new_draft, restore
from cityweb.news.actions.withdrawing import archive, withdraw
from cityweb.news.actions.workflow import (
    approve,
    mark_edited,
    return_for_changes,
    schedule,
    submit,
    unschedule,
)

__all__ = [
    "approve",
    "archive",
    "create_article",
    "discard",
    "mark_edited",
    "new_draft",
    "publish",
    "publish_due",
    "put_live",
    "restore",
    "return_for_changes",
    "save_draft",
    "schedule",
    "submit",
    "unschedule",
    "withdraw",
]
