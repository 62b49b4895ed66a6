"""The verbs of the newsroom: write, pass on, publish, take down. Only these write `state`."""

from cityweb.news.actions.campaigns import save_campaign
from cityweb.news.actions.columns import save_column
from cityweb.news.actions.drafting import create_article, save_draft
from cityweb.news.actions.files import attach_file, detach_file
from cityweb.news.actions.home import pin, unpin
from cityweb.news.actions.pages import save_page
from cityweb.news.actions.pictures import add_picture, describe_picture
from cityweb.news.actions.presence import leave, look_in
from cityweb.news.actions.publishing import publish, publish_due, put_live
from cityweb.news.actions.rights import give_right, take_right
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
    "add_picture",
    "approve",
    "archive",
    "attach_file",
    "create_article",
    "describe_picture",
    "detach_file",
    "discard",
    "give_right",
    "leave",
    "look_in",
    "mark_edited",
    "new_draft",
    "pin",
    "publish",
    "publish_due",
    "put_live",
    "restore",
    "return_for_changes",
    "save_campaign",
    "save_column",
    "save_draft",
    "save_page",
    "schedule",
    "submit",
    "take_right",
    "unpin",
    "unschedule",
    "withdraw",
]
