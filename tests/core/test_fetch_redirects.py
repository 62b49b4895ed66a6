"""Redirects and changing names lead nobody inside; the address that was judged is the one asked."""

import asyncio
from ipaddress import ip_address

import pytest

from cityweb.core.fetch import Failure, policy
from tests.core import fetch_world as world

# In these tests 127.0.0.2 plays a host of the open internet.
OUTSIDE = ip_address("127.0.0.2")


@pytest.fixture
def outside(monkeypatch):
    judge = policy.why_off_limits
    monkeypatch.setattr(policy, "why_off_limits", lambda ip: "" if ip == OUTSIDE else judge(ip))


ZONE = {
    "inside_test": ["127.0.0.1"],
    "lan_test": ["10.1.2.3"],
    "six_test": ["::1"],
    "nat64_test": ["64:ff9b::7f00:1"],
    "mapped_test": ["::ffff:127.0.0.1"],
    "mixed_test": ["127.0.0.2", "10.0.0.1"],
    "mixedsix_test": ["127.0.0.2", "::1"],
    "metadata_test": ["169.254.169.254"],
    "any_test": ["0.0.0.0"],
}
LOCATIONS = world.words(
    r"""
    http://127.0.0.1:{trap}/ http://127.1:{trap}/ http://2130706433:{trap}/ http://0x7f.1:{trap}/
    http://0177.0.0.1:{trap}/ http://[::1]:{trap}/ http://[::ffff:127.0.0.1]:{trap}/
    http://[64:ff9b::7f00:1]:{trap}/ http://localhost:{trap}/ http://127.0.0.1.:{trap}/
    http://１２７.0.0.1:{trap}/ //127.0.0.1:{trap}/ \\127.0.0.1:{trap}\ /\127.0.0.1:{trap}/
    http:\\127.0.0.1:{trap}/ http://inside.test:{trap}/ http://lan.test:{trap}/
    http://six.test:{trap}/ http://nat64.test:{trap}/ http://mapped.test:{trap}/
    http://mixed.test:{trap}/ http://mixedsix.test:{trap}/ http://metadata.test:{trap}/
    http://any.test:{trap}/ http://site.test@127.0.0.1:{trap}/ http://127.0.0.1:{trap}#@site.test/
    http://evil-site.test:{trap}/ http://x.site.test:{trap}/ https://127.0.0.1:{trap}/
    http://[fe80::1%25lo]:{trap}/ http://0:{trap}/ ftp://127.0.0.1:{trap}/
    gopher://127.0.0.1:{trap}/_x file:///etc/passwd javascript:alert(1) data:text/html,x
    http://site.test:22/ http:///127.0.0.1:{trap}/ http://%31%32%37.0.0.1:{trap}/
    """
)
STOPPED = {
    Failure.REDIRECT_OFF_LIMITS, Failure.REDIRECT_BROKEN, Failure.PORT, Failure.DNS_MISSING,
}  # fmt: skip


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_leads_inside(status, outside):
    async def scenario():
        async with world.trap() as (trap, caught), world.names(**ZONE) as dns:
            places = [place.format(trap=trap) for place in LOCATIONS]

            def reply(path):
                return world.redirect(places[int(path[1:])], status)

            async with world.site(reply) as here:
                urls = [f"http://site.test:{here.port}/{at}" for at in range(len(places))]
                async with world.fetching(trap, here.port, dns=dns) as fetcher:
                    with world.attempts() as tried:
                        results = await asyncio.gather(*map(fetcher.fetch, urls))
                return places, results, caught, set(tried) - {("127.0.0.1", here.port)}

    places, results, caught, elsewhere = asyncio.run(scenario())
    ended = {place: result.failure for place, result in zip(places, results, strict=True)}
    assert {place: each for place, each in ended.items() if each not in STOPPED} == {}
    assert (caught, elsewhere) == ([], set())
    assert {result.hops[0].status for result in results} == {status}


def test_a_name_that_turns_inside_between_two_visits_is_stopped(outside):
    async def scenario():
        zone = {"turn_test": [["127.0.0.2"], ["127.0.0.1"]]}
        async with (
            world.trap() as (trap, caught),
            world.site(world.answer(), host="127.0.0.2", port=trap) as here,
            world.names(**zone) as dns,
            world.fetching(trap, dns=dns) as fetcher,
        ):
            visits = [await fetcher.fetch(f"http://turn.test:{trap}/") for _ in range(3)]
            return visits, caught, here.requests

    visits, caught, requests = asyncio.run(scenario())
    assert [visit.failure for visit in visits] == [None, Failure.OFF_LIMITS, Failure.OFF_LIMITS]
    assert visits[0].address == "127.0.0.2"
    assert (caught, len(requests)) == ([], 1)


def test_a_name_that_turns_inside_within_one_visit_is_stopped(outside):
    async def scenario():
        zone = {"turn_test": [["127.0.0.2"], ["127.0.0.1"]]}
        async with (
            world.trap() as (trap, caught),
            world.site(world.redirect("/next"), host="127.0.0.2", port=trap) as here,
            world.names(**zone) as dns,
            world.fetching(trap, dns=dns) as fetcher,
        ):
            visit = await fetcher.fetch(f"http://turn.test:{trap}/")
            return visit, caught, here.requests

    visit, caught, requests = asyncio.run(scenario())
    assert visit.failure is Failure.REDIRECT_OFF_LIMITS
    assert (caught, len(requests)) == ([], 1)


def test_a_connection_asks_for_a_name_once_and_goes_where_the_answer_said(outside):
    async def scenario():
        async with (
            world.site(world.answer(), host="127.0.0.2") as here,
            world.names(a_test=["127.0.0.2"]) as dns,
            world.fetching(here.port, dns=dns) as fetcher,
        ):
            with world.attempts() as tried:
                visit = await fetcher.fetch(f"http://a.test:{here.port}/")
            return visit, dns.asked, tried, here.port

    visit, asked, tried, port = asyncio.run(scenario())
    assert visit.is_ok
    assert sorted(asked) == [("a.test", 1), ("a.test", 28)]
    assert tried == [("127.0.0.2", port)]


def test_what_a_page_says_of_other_addresses_is_not_followed():
    async def scenario():
        async with world.trap() as (trap, caught):
            place = b"http://127.0.0.1:%d/" % trap
            page = b"<html><meta http-equiv=refresh content='0;url=%b'><img src=%b>" % (
                place,
                place,
            )
            head = world.OK + b'Refresh: 0;url=%b\r\nAlt-Svc: h2=":%d"\r\n' % (place, trap)
            head += b"Link: <%b>; rel=preload\r\nLocation: %b\r\n" % (place, place)
            async with (
                world.site(world.answer(page, head=head)) as here,
                world.fetching(here.port, trap) as fetcher,
            ):
                visit = await fetcher.fetch(f"http://site.test:{here.port}/")
                await asyncio.sleep(0.02)
            return visit, caught

    visit, caught = asyncio.run(scenario())
    assert visit.is_ok
    assert caught == []


def test_the_environment_has_no_say(monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine site.test login admin password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))

    async def scenario():
        async with world.trap() as (trap, caught):
            for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
                monkeypatch.setenv(name, f"http://127.0.0.1:{trap}")
            cookie = world.OK + b"Set-Cookie: a=b; Path=/\r\n"
            async with world.site(world.answer(head=cookie)) as here:
                async with world.fetching(here.port) as fetcher:
                    for _ in range(2):
                        visit = await fetcher.fetch(f"http://site.test:{here.port}/")
                return visit, caught, here.requests

    visit, caught, requests = asyncio.run(scenario())
    assert visit.is_ok
    assert caught == []
    for request in requests:
        lines = request.lower().split(b"\r\n")
        assert not [line for line in lines if line.startswith((b"cookie", b"authorization"))]
        (agent,) = [line for line in lines if line.startswith(b"user-agent:")]
        assert b"http://" not in agent


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/vi/trang-chủ", "/vi/trang-ch%E1%BB%A7"),
        ("trang chu", "/a/trang%20chu"),
        (b"/t\xedn", "/t%EDn"),
        ("?lang=vi", "/a/?lang=vi"),
        ("..\\vi\\default.aspx", "/vi/default.aspx"),
        ("//site.test:{port}/vi", "/vi"),
        ("HTTP://SITE.TEST:{port}/vi#top", "/vi"),
    ],
)
def test_redirects_of_real_servers_are_followed(location, path):
    async def scenario():
        def reply(asked):
            if asked != "/a/":
                return world.answer()
            if isinstance(location, bytes):
                return world.redirect(location)
            return world.redirect(location.replace("{port}", str(here.port)))

        async with world.site(reply) as here, world.fetching(here.port) as fetcher:
            return await fetcher.fetch(f"http://site.test:{here.port}/a/"), here.paths

    visit, paths = asyncio.run(scenario())
    assert visit.is_ok, visit.reason
    assert paths == ["/a/", path]
    assert [hop.status for hop in visit.hops] == [302, 200]
    assert visit.final_url.endswith(path)
    assert visit.address == "127.0.0.1"


def test_a_loop_and_a_long_chain_are_told_apart():
    assert world.ask_site(world.redirect("/")).failure is Failure.REDIRECT_LOOP
    two = {"/": "/a", "/a": "/b", "/b": "/a"}
    assert world.ask_site(lambda path: world.redirect(two[path])).failure is Failure.REDIRECT_LOOP
    endless = world.ask_site(lambda path: world.redirect(path + "x"))
    assert endless.failure is Failure.TOO_MANY_REDIRECTS
    assert len(endless.hops) == world.QUICK.most_redirects + 1


def cookie_site(*lines, wanted):
    """Return a site that redirects to itself until it sees the cookie it set."""

    async def reply(reader, writer):
        request = here[0].requests[-1]
        ready = b"\r\nCookie: " + wanted + b"\r\n" in request
        head = b"".join(b"Set-Cookie: " + line + b"\r\n" for line in lines)
        start = b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n"
        writer.write(world.answer() if ready else start + head + b"\r\n")

    here = []
    return reply, here


@pytest.mark.parametrize(
    ("lines", "wanted", "failure"),
    [
        ([b"D1N=ab; Path=/; HttpOnly", b"x=1"], b"D1N=ab; x=1", None),
        ([b"D1N=ab"], b"D1N=other", Failure.REDIRECT_LOOP),
        ([b"a=1\xff", b"b", b"=c", b"d=e f"], b"x", Failure.REDIRECT_LOOP),
        ([b"n%d=1" % number for number in range(90)], b"x", Failure.REDIRECT_LOOP),
    ],
)
def test_a_cookie_set_by_a_redirect_goes_back_in_the_same_visit_only(lines, wanted, failure):
    async def scenario():
        reply, known = cookie_site(*lines, wanted=wanted)
        async with world.site(reply) as here, world.fetching(here.port) as fetcher:
            known.append(here)
            url = f"http://site.test:{here.port}/"
            return await fetcher.fetch(url), await fetcher.fetch(url), here.requests

    first, second, requests = asyncio.run(scenario())
    assert first.failure is second.failure is failure
    assert b"Cookie" not in requests[0]
    assert b"Cookie" not in requests[len(first.hops)]


def test_a_cookie_never_goes_to_another_host():
    async def scenario():
        def reply(_):
            place = f"http://other.test:{there.port}/".encode()
            return (
                b"HTTP/1.1 302 Found\r\nSet-Cookie: a=b; Domain=test\r\nContent-Length: 0\r\n"
                b"Location: %b\r\n\r\n" % place
            )

        async with (
            world.site(world.answer()) as there,
            world.site(reply) as here,
            world.fetching(here.port, there.port, loopback=[".test"]) as fetcher,
        ):
            fetched = await fetcher.fetch(f"http://site.test:{here.port}/")
            return fetched, there.requests

    fetched, requests = asyncio.run(scenario())
    assert fetched.is_ok
    assert b"Cookie" not in requests[0]


def test_a_redirect_to_nowhere_is_an_odd_answer():
    visit = world.ask_site(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")
    assert (visit.failure, visit.status) == (Failure.ODD_STATUS, 302)
