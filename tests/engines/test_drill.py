"""Every process of the portal is shot while a newspaper goes to press: nothing is half published.

An editor publishes article after article over HTTP and presses again where the answer got lost.
Meanwhile each process is killed in turn. Then another article's minute comes while beat is dead.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from datetime import datetime
from http import HTTPStatus
from http.client import HTTPException
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode

import psutil
import psycopg
import pytest

from cityweb import engines
from cityweb.engines import places
from tests.engines.conftest import HEALING, eventually, is_ready, processes_of

pytestmark = pytest.mark.slow

BOARD = "truongban@demo.cityweb.example"
PASSWORD = "cityweb-demo-2026"
ARTICLES = 60
BETWEEN_SHOTS = 8
PACE_SECONDS = 0.1

# How each process is told from the others, by words of its command line. A web worker is the
# child of a process of its own kind.
VICTIMS = {
    "web worker": "granian",
    "celery worker": "celery:app worker",
    "beat": "celery:app beat",
    "redis": "redis-server",
    "postgres": "postgres -D",
}

PREPARE = f"""
import json
from cityweb.core.models import User
from cityweb.news.models import Column
from cityweb.news.states import State
from tests.news.makers import make_article
board = User.objects.get(email="{BOARD}")
author = User.objects.get(email="thoisu@demo.cityweb.example")
column = Column.objects.get(site__code="cityweb", slug="thoi-su")
ready = [
    make_article(column, state=State.APPROVED, author=author, approver=board)
    for _ in range({ARTICLES})
]
print(json.dumps([edition.pk for edition in ready]))
"""

SCHEDULE = """
from datetime import timedelta
from django.utils import timezone
from cityweb.news import actions
from cityweb.news.models import Edition
edition = Edition.objects.get(pk={pk})
at = timezone.now() + timedelta(seconds=2)
actions.schedule(pk={pk}, actor=edition.approved_by, at=at)
print(at.isoformat())
"""

# What must hold at any moment, seen from outside: each question names what breaks it.
PROMISES = {
    "articles with more than one live edition": (
        "SELECT article_id FROM news_edition WHERE state = 'published' "
        "GROUP BY article_id HAVING count(*) > 1"
    ),
    "published editions that no reader gets": (
        "SELECT id FROM news_edition WHERE state = 'published' "
        "AND NOT EXISTS (SELECT FROM news_livearticle l WHERE l.edition_id = news_edition.id "
        "AND l.article_id = news_edition.article_id AND l.title = news_edition.title)"
    ),
    "readers' articles whose edition is not published": (
        "SELECT l.article_id FROM news_livearticle l JOIN news_edition e ON e.id = l.edition_id "
        "WHERE l.is_listed AND e.state <> 'published'"
    ),
    "articles that stand in other columns than they say": (
        "SELECT article_id FROM news_livearticle l WHERE is_listed AND "
        "(SELECT array_agg(c ORDER BY c) FROM unnest(column_ids) c) IS DISTINCT FROM "
        "(SELECT array_agg(column_id ORDER BY column_id) FROM news_placement p "
        "WHERE p.live_id = l.article_id AND p.published_at = l.published_at)"
    ),
    "articles that search and readers see differently": (
        "SELECT coalesce(article_id, live_id) FROM news_searchentry s "
        "FULL JOIN (SELECT * FROM news_livearticle WHERE is_listed) l ON l.article_id = s.live_id "
        "WHERE l.article_id IS NULL OR s.live_id IS NULL OR l.published_at <> s.published_at "
        "OR l.column_ids <> s.column_ids"
    ),
    "publications that the trail holds twice or not at all": (
        "SELECT e.id FROM news_edition e LEFT JOIN core_auditentry a "
        "ON a.target_id = e.id::text AND a.verb LIKE 'news.published%' "
        "WHERE e.state = 'published' AND e.title LIKE 'Bài thử%' "
        "GROUP BY e.id HAVING count(a.id) <> 1"
    ),
}


class Editor(threading.Thread):
    """Publishes one edition after the other, and again until the answer says that it is done."""

    def __init__(self, port, editions):
        super().__init__(daemon=True)
        self.origin = f"http://localhost:{port}"
        self.waiting = list(editions)
        self.cookies = CookieJar()
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def run(self):
        self.browser.open(f"{self.origin}/tai-khoan/dang-nhap/", timeout=10).close()
        self.send("/tai-khoan/dang-nhap/", {"login": BOARD, "password": PASSWORD})
        while self.waiting:
            time.sleep(PACE_SECONDS)
            if self.has_published(self.waiting[0]):
                self.waiting.pop(0)

    def has_published(self, edition):
        try:
            self.send(f"/admin/news/edition/{edition}/change/", {"step": "publish"})
        except HTTPError as refusal:
            # Published before, only the answer got lost.
            return refusal.code == HTTPStatus.CONFLICT
        except (OSError, HTTPException):
            return False
        return True

    def send(self, path, form):
        token = next(one.value for one in self.cookies if one.name == "csrftoken")
        data = urlencode({**form, "csrfmiddlewaretoken": token}).encode()
        self.browser.open(f"{self.origin}{path}", data, timeout=10).close()


def shell(script):
    """Run a script as an operator would, beside the running demo; return the last line it said."""
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
    said = subprocess.run(command, cwd=places.ROOT, env=env, check=True, capture_output=True)
    return said.stdout.decode().splitlines()[-1]


def ask(question, *values):
    with psycopg.connect(engines.database_url("owner")) as connection:
        return connection.execute(question, values or None).fetchall()


def victim(name, demo, clone):
    """Return the process of that kind, the innermost where one starts others of its kind."""
    everyone = [*psutil.Process(demo.pid).children(recursive=True), *processes_of(clone)]
    wanted = []
    for process in everyone:
        try:
            if VICTIMS[name] in " ".join(process.cmdline()):
                wanted.append(process)
        except psutil.Error:
            continue
    if name == "web worker":
        return max(wanted, key=lambda one: one.ppid() in {each.pid for each in wanted})
    return min(wanted, key=lambda one: one.create_time())


def broken_promises():
    return {name: rows for name, question in PROMISES.items() if (rows := ask(question))}


def is_live(edition):
    return ask("SELECT published_at FROM news_livearticle WHERE edition_id = %s", edition)


def test_whoever_is_shot_no_article_is_half_published(demo, clone, port):
    *editions, last = json.loads(shell(PREPARE))
    editor = Editor(port, editions)
    editor.start()
    for name in VICTIMS:
        goal = max(0, len(editor.waiting) - BETWEEN_SHOTS)
        eventually(lambda goal=goal: len(editor.waiting) <= goal, within=HEALING)
        victim(name, demo, clone).kill()
        eventually(lambda: is_ready(port), within=HEALING)
        assert broken_promises() == {}
    editor.join(HEALING)
    assert editor.waiting == []
    assert len(ask("SELECT FROM news_livearticle WHERE edition_id = ANY(%s)", editions)) == len(
        editions
    )
    the_minute_of_a_dead_clock(last, demo, clone)
    assert broken_promises() == {}


def the_minute_of_a_dead_clock(edition, demo, clone):
    """Stop beat before an article's moment and shoot it after: the next beat publishes it."""
    beat = victim("beat", demo, clone)
    beat.send_signal(signal.SIGSTOP)
    moment = shell(SCHEDULE.format(pk=edition))
    time.sleep(4)
    assert not is_live(edition)
    beat.kill()
    eventually(lambda: is_live(edition), within=HEALING)
    assert is_live(edition) == [(datetime.fromisoformat(moment),)]
