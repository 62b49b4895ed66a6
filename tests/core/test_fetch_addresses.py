"""Nothing but the open internet is asked, however its address is spelled."""

import asyncio
from ipaddress import ip_address

import idna
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityweb.core.fetch import Failure, policy, spelling
from cityweb.core.fetch.failures import Fault
from tests.core import fetch_world as world

FORBIDDEN_ADDRESSES = world.words("""
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254 127.0.0.1
127.0.0.2 127.255.255.254 169.254.0.1 169.254.169.254 169.254.170.2 168.63.129.16 172.16.0.1
172.31.255.254 192.0.0.1 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1
192.168.255.255 192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1
239.255.255.250 240.0.0.1 255.255.255.254 255.255.255.255
:: ::1 ::2 ::7f00:1 ::a00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b::808:808 64:ff9b:1::1 64:ff9b:1:ffff::7f00:1 100::1
100:0:0:1::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:1::1 2001:2::1 2001:3::1
2001:4:112::1 2001:10::1 2001:20::1 2001:30::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::1
2002:808:808::1 2620:4f:8000::1 3ffe::1 3fff::1 4000::1 5f00::1 8000::1 fc00::1 fd00:ec2::254
fdff::1 fe00::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 feff::1 ff02::1 ff05::2 ff0e::1
""")
OPEN_ADDRESSES = world.words("""
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1
169.253.0.1 169.255.0.1 172.15.255.255 172.32.0.1 192.0.1.1 192.167.255.255 192.169.0.1 198.17.0.1
198.20.0.1 223.255.255.255 113.161.1.1 2001:200::1 2001:ee0::1 2400:cb00::1 2606:4700::1111 2a00::1
""")

SPELLINGS = world.words("""
http://2130706433/ http://0x7f000001/ http://0X7F.1/ http://017700000001/ http://0177.0.0.1/
http://0x7f.0x0.0x0.0x1/ http://127.1/ http://127.0.1/ http://0/ http://0x0/ http://00/
http://127.0.0.1./ http://0127.0.0.1/ http://00000000000000000000000000177.0.0.1/ http://2852039166/
http://0xa9fea9fe/ http://0251.0376.0251.0376/ http://169.254.43518/ http://169.16689662/
http://１２７.0.0.1/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://127．0．0．1/ http://127｡0｡0｡1/
http://0ⅹ7f.1/ http://𝟏𝟐𝟕.0.0.1/ http://１６９.２５４.１６９.２５４/ http://10.0.0.1:80/ http://10.1/
http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/
http://[::ffff:7f00:1]/ http://[0:0:0:0:0:ffff:7f00:0001]/ http://[::127.0.0.1]/
http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[2002:7f00:1::]/ http://[fe80::1%25eth0]/
http://[fe80::1%eth0]/ http://[fd00:ec2::254]/ http://[::1%25lo]/ http://[2001:0:7f00:1::]/
http://user@127.0.0.1/ http://user:pw@127.0.0.1/ http://8.8.8.8@127.0.0.1/ http://127.0.0.1%2f@x.vn/
http://x.vn\\@127.0.0.1/ http:\\\\127.0.0.1\\ http:/\\127.0.0.1/ http:///127.0.0.1/ http:127.0.0.1
http://%31%32%37.0.0.1/ http://127.0.0.1%00.x.vn/ http://127.0.0.1%2ex.vn/ http://[::1]x/
http://127.0.0.256/ http://127.0.0.0x/ http://1.2.3.4.5/ http://127.0.0.08/ http://4294967296/
http://0x100000000/ http://127..1/ http://.127.1/ http://x.127.0.0.1/ http://127.0.0.1:22/
http://127.0.0.1:0/ http://127.0.0.1:99999/ http://127.0.0.1:+80/ http://127.0.0.1:８０/
http://127.0.0.1:80:80/ http://[::1/ http://::1/ http://[127.0.0.1]/ http://localhost/
http://LOCALHOST/ http://localhost./ http://ⓛocalhost/ http://loc\u00adalhost/ http://site.test.localhost/
https://169.254.169.254/latest/meta-data/ http://192.168.1.1#@site.test/ http://10.0.0.1?site.test
http://0xc0a80101/ http://0300.0250.1.1/ http://3232235777/ http://[::ffff:192.168.1.1]/
http://[::ffff:0xa9fea9fe]/ http://[::ffff:169.254.169.254]/ http://[64:ff9b:1::a9fe:a9fe]/
http://[2002:a9fe:a9fe::1]/ http://[ff02::1]/ http://255.255.255.255/ http://224.0.0.1/
file:///etc/passwd gopher://127.0.0.1:6379/_INFO ftp://127.0.0.1/ dict://127.0.0.1:11211/
ws://127.0.0.1/ jar:http://127.0.0.1!/ data:text/html,x javascript:1 ldap://127.0.0.1/ about:blank
//127.0.0.1/ 127.0.0.1 localhost:80 http: http:// http://? http://# http:///
""")
STOPPED = {
    Failure.OFF_LIMITS, Failure.BAD_URL, Failure.PORT, Failure.DNS_MISSING,
}  # fmt: skip


@pytest.mark.parametrize("address", FORBIDDEN_ADDRESSES)
def test_no_special_address_may_be_asked(address):
    assert policy.why_off_limits(ip_address(address))


@pytest.mark.parametrize("address", OPEN_ADDRESSES)
def test_addresses_of_the_open_internet_may_be_asked(address):
    assert policy.why_off_limits(ip_address(address)) == ""


def test_a_hundred_spellings_lead_nowhere():
    assert len(set(SPELLINGS) | set(FORBIDDEN_ADDRESSES)) > 180

    async def scenario():
        async with world.trap() as (port, caught), world.names() as dns:
            urls = [*SPELLINGS, *(f"http://{_host(each)}:{port}/" for each in FORBIDDEN_ADDRESSES)]
            urls += [each.replace("127.0.0.1/", f"127.0.0.1:{port}/") for each in SPELLINGS]
            async with world.fetching(port, dns=dns) as fetcher:
                with world.attempts() as tried:
                    results = await asyncio.gather(*map(fetcher.fetch, urls))
            return results, caught, list(tried)

    results, caught, tried = asyncio.run(scenario())
    assert {result.url: result.failure for result in results if result.failure not in STOPPED} == {}
    assert caught == []
    assert tried == []


def _host(address):
    return f"[{address.partition('%')[0]}]" if ":" in address else address


def test_a_name_that_leads_inside_is_not_followed():
    async def scenario():
        zone = {
            f"n{i}_test": [each] for i, each in enumerate(FORBIDDEN_ADDRESSES) if "%" not in each
        }
        async with world.trap() as (port, caught), world.names(**zone) as dns:
            urls = [f"http://{name.replace('_', '.')}:{port}/" for name in zone]
            async with world.fetching(port, dns=dns) as fetcher:
                with world.attempts() as tried:
                    results = await asyncio.gather(*map(fetcher.fetch, urls))
            return results, caught, list(tried)

    results, caught, tried = asyncio.run(scenario())
    assert {result.failure for result in results} == {Failure.OFF_LIMITS}
    assert (caught, tried) == ([], [])


@pytest.mark.parametrize(
    ("text", "host", "shown"),
    [
        ("HTTP://Www.HochiMinhCity.GOV.vn", "www.hochiminhcity.gov.vn", None),
        ("https://Sở-xây-dựng.vn/tin", idna.encode("sở-xây-dựng.vn").decode(), None),
        ("https://a_b.gov.vn/", "a_b.gov.vn", None),
        ("https://x.gov.vn./", "x.gov.vn", None),
        ("http://８.８.８.８/", "8.8.8.8", None),
        ("http://[2606:4700::1111]/", "2606:4700::1111", "http://[2606:4700::1111]/"),
        (" https://x.gov.vn/tin-tức?a=b c#d ".replace("b c", "b"), "x.gov.vn",
         "https://x.gov.vn/tin-t%E1%BB%A9c?a=b"),
        ("http://x.gov.vn:443\\a", "x.gov.vn", "http://x.gov.vn:443/a"),
    ],
)  # fmt: skip
def test_addresses_are_read_into_one_plain_spelling(text, host, shown):
    target = spelling.read(text)
    assert target.host == host
    assert shown in (None, str(target.url))


@pytest.mark.parametrize(
    "text",
    ["", " ", "x", "http://", "http://a b.vn/", "http://x.vn/\x00", "http://x.vn/\r\nHost: y", "-x",
     "http://" + "a" * 5000, "http://" + "a" * 64 + ".vn", "http://-x.vn/", "http://x.vn/\udcff",
     "http://134744072/", "http://010.8.8.8/", "http://0127.0.0.1/", "http://8.8.2056/",
     "http://x.vn:0/", "http://x.vn:65536/", "http://x..vn/", "\u202ehttp://x.vn/", "http://x.vn/\ufeff",
     "https://" + ".".join(["a"] * 140) + "/", "http://[::1]:80]/", "http://xn--.vn\ud800/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(Fault) as caught:
        spelling.read(text)
    assert caught.value.failure is Failure.BAD_URL


def test_a_loopback_name_is_a_whole_name_or_a_whole_suffix():
    rules = world.Rules(frozenset(), "x", loopback_hosts=frozenset({"site.test", ".demo.test"}))
    assert rules.is_loopback("site.test")
    assert rules.is_loopback("a.demo.test")
    others = ("evil-site.test", "site.test.evil.vn", "demo.test", "xdemo.test", "127.0.0.1", "")
    assert not any(map(rules.is_loopback, others))


TRICKY = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="htps:/\\@.?#[]%0127xafvn１。-_ \u00ad\t", max_size=40),
    st.builds(
        "http://{}{}".format, st.text(max_size=20), st.sampled_from(["/", ":80/", "@x/", ""])
    ),
)


@given(TRICKY)
def test_whatever_is_read_reads_the_same_again(text):
    try:
        target = spelling.read(text)
    except Fault as fault:
        assert fault.failure is Failure.BAD_URL
        return
    assert target.host.isascii()
    assert target.host == target.host.lower()
    assert spelling.read(str(target.url)) == target
    literal = target.url.host if target.literal else ""
    assert literal == (str(target.literal) if target.literal else "")


@given(TRICKY)
def test_a_redirect_is_read_like_an_address(location):
    start = spelling.read("https://site.test/a/b?c")
    try:
        target = spelling.follow(start, location)
    except Fault:
        return
    assert spelling.read(str(target.url)) == target
