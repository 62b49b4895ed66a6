"""The sample sites: each plays its part, and the register that names them loads once."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cityweb.core.fetch import Failure, Fetcher, Rules
from members.abnormality.keywords import default
from members.demo import certificates, plays, sample, server
from members.demo.load import load, place
from members.models import MemberSite
from members.reading import Job, facts
from tests.browser.conftest import free_port

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HOME = "https://sxd.website-mau.localhost:9001/"
GRAVE = {"defaced": "mark", "injected": "planted-link", "script-away": "off-site-script"}
AGES = {"quiet": 10, "stale": 21, "alarm": 52, "unusual": 10, "redated": 21}
NO_PAGE = {"broken", "hanging", "walled", "limited", "loop", "maintenance", "away", "flapping"}
READ = sorted({one.play for one in sample.sites().values()} - NO_PAGE)


@pytest.mark.parametrize("play", READ)
def test_a_page_shows_what_its_site_plays(play):
    site = next(one for one in sample.sites().values() if one.play == play)
    html = plays.reply(site, "/", home_url=HOME, now=NOW).body
    job = Job("home", HOME, HOME, NOW.date(), html, (HOME,))
    read = facts.read(job, lists=facts.Lists(default()))
    grave = [one.rule for one in read.findings if not one.is_mild]
    assert grave[:1] == ([GRAVE[play]] if play in GRAVE else [])
    if play in {"clock", "defaced", "script-away"}:
        assert read.news is None
    else:
        assert (NOW.date() - read.news.day).days == AGES.get(play, 1)


@pytest.mark.django_db
def test_the_register_loads_once_and_moves_with_the_port(settings, tmp_path):
    settings.MEMBERS_SAMPLE_PORT, settings.MEMBERS_SAMPLE_FOLDER = 9000, tmp_path
    assert load(password="x", now=timezone.now()) == len(sample.sites()) == 41
    assert load(password="x", now=timezone.now()) == 0
    assert MemberSite.objects.watched(timezone.localdate()).count() == 40
    place(9100)
    site = MemberSite.objects.get(code="sxd")
    assert site.home_url == "https://sxd.website-mau.localhost:9101/"
    assert site.sections.get().url == "https://sxd.website-mau.localhost:9101/thong-bao/"


@pytest.mark.slow
def test_the_server_answers_for_every_host_with_its_own_certificate(tmp_path):
    authority = certificates.make_authority(tmp_path)
    port = free_port()
    rules = Rules(
        ports=frozenset(sample.ports(port)),
        user_agent="thử",
        loopback_hosts=frozenset({sample.SUFFIX, sample.STRANGERS}),
        ca_file=str(authority),
    )

    async def ask():
        playing = asyncio.create_task(server.play(port, tmp_path, say=print))
        await asyncio.sleep(0.5)
        async with Fetcher(rules) as fetcher:
            wanted = ("sxd", "di-an", "hoc-mon", "go-vap", "thanh-tra", "hiep-binh", "con-dao")
            sites = [sample.sites()[code] for code in wanted]
            answers = await asyncio.gather(*(fetcher.fetch(one.home(port)) for one in sites))
        playing.cancel()
        return dict(zip(wanted, answers, strict=True))

    answers = asyncio.run(ask())
    assert {code: one.failure for code, one in answers.items()} == {
        "sxd": None,
        "di-an": Failure.TLS_EXPIRED,
        "hoc-mon": Failure.TLS_NAME,
        "go-vap": Failure.REDIRECT_LOOP,
        "thanh-tra": Failure.BLOCKED,
        "hiep-binh": None,
        "con-dao": Failure.CONNECT_REFUSED,
    }
    assert "noi-khac" in answers["hiep-binh"].final_url
