"""Certificates: believed ones are kept as facts, others end the visit before anything is asked."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta

import pytest

from cityweb.core.fetch import Failure
from cityweb.core.fetch.connector import CheckedConnector
from tests.core import fetch_world as world


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return world.Authority(tmp_path_factory.mktemp("ca"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    return world.Authority(tmp_path_factory.mktemp("other"), name="Tổ chức lạ")


def ask(tls, authority, *, limits=world.QUICK):
    async def scenario():
        async with (
            world.site(world.answer(), tls=tls) as here,
            world.fetching(here.port, limits=limits, ca_file=authority.ca_file) as fetcher,
        ):
            return await fetcher.fetch(f"https://site.test:{here.port}/"), here.requests

    return asyncio.run(scenario())


def test_what_a_believed_certificate_says_is_kept(authority):
    fetched, requests = ask(authority.server("site.test"), authority)
    assert fetched.is_ok
    assert len(requests) == 1
    assert fetched.tls.protocol == "TLSv1.3"
    assert fetched.tls.subject == "site.test"
    assert fetched.tls.issuer == "Tổ chức chứng thực thử nghiệm"
    assert fetched.tls.names == ("site.test",)
    assert timedelta(29) < fetched.tls.not_after - datetime.now(UTC) < timedelta(31)
    assert fetched.tls.problem is None


@pytest.mark.parametrize(
    ("certificate", "failure", "said"),
    [
        ({"name": "site.test", "days": (-9, -2)}, Failure.TLS_EXPIRED, "hết hạn ngày"),
        ({"name": "site.test", "days": (3, 9)}, Failure.TLS_NOT_YET, ""),
        ({"name": "khac.test"}, Failure.TLS_NAME, "cấp cho khac.test"),
        ({"name": "site.test", "own": True}, Failure.TLS_SELF_SIGNED, "site.test"),
        ("stranger", Failure.TLS_CHAIN, "Tổ chức lạ"),
    ],
)
def test_a_certificate_not_believed_is_looked_at_and_nothing_is_asked(
    certificate, failure, said, authority, stranger
):
    known = isinstance(certificate, dict)
    tls = authority.server(**certificate) if known else stranger.server("site.test")
    fetched, requests = ask(tls, authority)
    assert fetched.failure is failure
    assert said in fetched.reason
    assert requests == []
    assert (fetched.status, fetched.body) == (None, b"")
    assert fetched.tls.problem is failure
    assert fetched.tls.not_after is not None
    assert fetched.tls.protocol == "TLSv1.3"
    assert fetched.hops[0].address == "127.0.0.1"


@pytest.mark.slow
def test_a_bad_certificate_stays_known_where_a_closer_look_fails(authority, monkeypatch):
    async def never(*_):
        await asyncio.sleep(5)

    monkeypatch.setattr(CheckedConnector, "_look", never)
    hasty = world.replace(world.HASTY, total_seconds=0.5)
    fetched, _ = ask(authority.server("khac.test"), authority, limits=hasty)
    assert fetched.failure is Failure.TLS_NAME
    assert fetched.tls is None


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1:DeprecationWarning")
def test_old_protocols_only_are_a_failed_handshake(authority):
    tls = authority.server("site.test")
    tls.set_ciphers("ALL:@SECLEVEL=0")
    tls.minimum_version = tls.maximum_version = ssl.TLSVersion.TLSv1_1
    fetched, _ = ask(tls, authority)
    assert fetched.failure is Failure.TLS_HANDSHAKE


@pytest.mark.parametrize(
    ("first", "failure"), [(b"", Failure.TLS_TIMEOUT), (world.answer(), Failure.TLS_HANDSHAKE)]
)
def test_a_port_that_speaks_no_tls_is_told_from_one_that_says_nothing(authority, first, failure):
    async def scenario():
        async def other(reader, writer):
            writer.write(first)
            await reader.read()

        server = await asyncio.start_server(other, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        limits = world.HASTY if failure is Failure.TLS_TIMEOUT else world.QUICK
        async with world.fetching(port, limits=limits, ca_file=authority.ca_file) as fetcher:
            fetched = await fetcher.fetch(f"https://site.test:{port}/")
        server.close()
        return fetched

    assert asyncio.run(scenario()).failure is failure


def ask_by_redirect(tls, authority):
    async def scenario():
        async with (
            world.site(world.answer(), tls=tls) as safe,
            world.site(world.redirect(f"https://site.test:{safe.port}/")) as plain,
            world.fetching(safe.port, plain.port, ca_file=authority.ca_file) as fetcher,
        ):
            return await fetcher.fetch(f"http://site.test:{plain.port}/")

    return asyncio.run(scenario())


def test_a_redirect_to_the_encrypted_site_keeps_its_certificate(authority):
    fetched = ask_by_redirect(authority.server("site.test"), authority)
    assert fetched.is_ok
    assert fetched.tls.subject == "site.test"
    assert [hop.status for hop in fetched.hops] == [302, 200]


def test_a_redirect_to_a_bad_certificate_is_a_fault_of_the_certificate(authority):
    fetched = ask_by_redirect(authority.server("khac.test"), authority)
    assert fetched.failure is Failure.TLS_NAME
    assert [hop.status for hop in fetched.hops] == [302, None]
