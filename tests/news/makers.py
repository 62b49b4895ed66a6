"""Rows of the newsroom for tests. Articles get where they are by the desk's own verbs."""

import itertools
from datetime import timedelta

from django.utils import timezone

from cityweb.core.models import Role
from cityweb.news import actions
from cityweb.news.models import Column, EditorialRight, Picture, Site
from cityweb.news.states import State, WithdrawalReason
from tests.people import make_person

_numbers = itertools.count(1)
_LEAD = "Thành phố công bố kế hoạch, người dân góp ý tới hết tháng."
_BODY = "<p>Ủy ban nhân dân Thành phố vừa công bố kế hoạch mới.</p><h2>Điều cần biết</h2><p>Có.</p>"
_WAY = (State.DRAFT, State.SUBMITTED, State.EDITED, State.APPROVED)


def make_site(**fields):
    """Return a new site; the two of the office are loaded by a migration and stay as they are."""
    number = next(_numbers)
    names = ("name", "name_en", "owner_name", "owner_name_en", "tagline", "tagline_en")
    given = {
        "code": f"trang-{number}",
        "host": f"trang-{number}.localhost",
        **dict.fromkeys(names, f"Trang thử {number}"),
        "responsible_person": "Trưởng Ban Biên tập",
        "address": "86 Lê Thánh Tôn",
        "phone": "1022",
        "email": "trang@cityweb.example",
    }
    return Site.objects.create(**given | fields)


def make_column(site, *, parent=None, **fields):
    number = next(_numbers)
    given = {"name": f"Chuyên mục {number}", "slug": f"chuyen-muc-{number}"}
    return Column.objects.create(site=site, parent=parent, **given | fields)


def make_editor(*scopes, role=Role.EDITOR, **fields):
    """Return a person of the newsroom who was given each of `scopes`: sites or columns."""
    person = make_person(role, **fields)
    for scope in scopes:
        site, column = (scope, None) if isinstance(scope, Site) else (scope.site, scope)
        EditorialRight.objects.create(user=person, site=site, column=column)
    return person


def make_board_member(*scopes, **fields):
    return make_editor(*scopes, role=Role.EDITORIAL_BOARD, **fields)


def make_picture(site, **fields):
    """Return a picture row; no file stands behind it."""
    number = next(_numbers)
    given = {
        "base": f"pictures/2026/11/{number:032d}",
        "widths": [360, 720],
        "width": 720,
        "height": 480,
        "alt": f"Hình {number}",
    }
    return Picture.objects.create(site=site, **given | fields)


def make_article(column, *, state=State.PUBLISHED, author=None, approver=None, at=None, **content):
    """Return the newest edition of a new article that went through the desk up to `state`.

    `at` is when it was published, or what it is scheduled for.
    """
    author = author or make_editor(column.site)
    approver = approver or make_board_member(column.site)
    number = next(_numbers)
    given = {"title": f"Bài thử số {number}", "lead": _LEAD, "body": _BODY} | content
    edition = actions.create_article(actor=author, column=column, **given)
    if state == State.DISCARDED:
        return actions.discard(pk=edition.pk, actor=author)
    goal = _WAY.index(state) if state in _WAY else len(_WAY) - 1
    by_desk = {
        State.SUBMITTED: lambda pk: actions.submit(pk=pk, actor=author),
        State.EDITED: lambda pk: actions.mark_edited(pk=pk, actor=author),
        State.APPROVED: lambda pk: actions.approve(pk=pk, actor=approver),
    }
    for step in _WAY[1 : goal + 1]:
        edition = by_desk[step](edition.pk)
    return _beyond_approval(edition, state, author, approver, at)


def _beyond_approval(edition, state, author, approver, at):
    if state == State.SCHEDULED:
        at = at or timezone.now() + timedelta(hours=1)
        return actions.schedule(pk=edition.pk, actor=approver, at=at)
    if state in _WAY:
        return edition
    edition = actions.publish(pk=edition.pk, actor=approver, at=at)
    if state == State.SUPERSEDED:
        newer = actions.new_draft(article_id=edition.article_id, actor=author)
        carry_to_publication(newer, author, approver)
        edition.refresh_from_db()
    if state in {State.WITHDRAWN, State.ARCHIVED}:
        edition = actions.withdraw(
            pk=edition.pk, actor=approver, reason=WithdrawalReason.ERROR, note="Sai số liệu."
        )
    return actions.archive(pk=edition.pk, actor=approver) if state == State.ARCHIVED else edition


def carry_to_publication(edition, author, approver):
    """Take a draft through every step and return it live."""
    actions.submit(pk=edition.pk, actor=author)
    actions.mark_edited(pk=edition.pk, actor=author)
    actions.approve(pk=edition.pk, actor=approver)
    return actions.publish(pk=edition.pk, actor=approver)
