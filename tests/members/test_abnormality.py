"""What is odd on a page: planted, sent away, cloaked, taken over; and what only looks so."""

import base64

import pytest

from members.abnormality import Seen, cloaked, defaced, injected, keywords, portrait, redirected
from tests.members import (
    abnormal_held_out,
    abnormal_later,
    abnormal_pages,
    abnormal_reported,
    crossed,
    first_met,
    forensic,
    takeovers,
    takeovers_held_out,
    unlike_clean,
    unlike_planted,
    veiled,
)
from tests.members.abnormal_pages import HERE, LISTED, PLANTED, SPAM, page

WORDS = keywords.default()
ELSEWHERE = "https://dich-den.top/x"


def planted(html, url=HERE):
    found = injected(html, url=url, keywords=WORDS, blocked_domains=LISTED)
    return [one for one in found if not one.is_mild]


def sent(code, chain=(HERE,)):
    return [one.rule for one in redirected(chain, f"<script>{code}</script>", home=HERE)]


def alarms(html, past):
    return [one.rule for one in defaced(html, past=past, url=HERE) if not one.is_mild]


@pytest.mark.parametrize(
    ("name", "html"),
    [
        pytest.param(*case, id=case[0])
        for cases in (abnormal_pages, abnormal_held_out, abnormal_later)
        for case in cases.planted_cases()
    ],
)
def test_what_is_planted_is_found_with_proof(name, html):
    found = planted(html)
    assert found
    assert all(one.evidence and one.url == HERE for one in found)


@pytest.mark.parametrize(
    ("name", "html"),
    [
        pytest.param(*case, id=case[0])
        for cases in (abnormal_pages, abnormal_held_out, abnormal_later)
        for case in cases.clean_cases()
    ],
)
def test_ordinary_pages_are_clean(name, html):
    assert planted(html) == []


def test_what_sweeps_report_is_found_and_what_only_looks_so_is_not():
    cases = abnormal_reported
    assert [name for name, html in cases.planted_cases() if not planted(html)] == []
    assert [name for name, html in cases.clean_cases() if planted(html)] == []


# What these rules still do not tell; each one told is a line less.
NOT_TOLD = {
    "script: script from a number, clay",
    "script: counters of another country, nuke",
    "open: folder of folders, nuke",
    "open: telex, nuke",
}


def is_told(html):
    return bool(planted(html)) or any(
        not one.is_mild for one in redirected((HERE,), html, home=HERE)
    )


def test_what_is_unlike_all_before_is_found_but_for_what_is_known_not_to_be():
    missed = {name for name, html in unlike_planted.planted_cases() if not is_told(html)}
    assert missed == NOT_TOLD
    assert [name for name, html in unlike_clean.clean_cases() if planted(html)] == []


def test_what_reports_print_is_mostly_found_and_its_likes_are_left_alone():
    missed = [name for name, html in forensic.planted_cases() if not is_told(html)]
    assert len(missed) <= 2, missed
    assert [name for name, html in forensic.clean_cases() if planted(html)] == []


def test_ordinary_cases_of_other_years_are_found_and_what_is_said_of_them_is_not():
    assert [name for name, html in first_met.planted_cases() if not is_told(html)] == []
    assert [name for name, html in first_met.clean_cases() if is_told(html)] == []


def test_what_is_hidden_or_coded_is_found_whatever_undoes_it_and_honest_likes_are_not():
    assert [name for name, html in veiled.planted_cases() if not is_told(html)] == []
    assert [name for name, html in veiled.clean_cases() if is_told(html)] == []


@pytest.mark.slow
def test_whatever_is_sold_is_found_in_whatever_way_it_is_planted():
    assert [name for name, html in crossed.planted_cases() if not is_told(html)] == []
    assert [name for name, html in crossed.clean_cases() if planted(html)] == []


def test_partners_in_a_slider_or_an_accordion_are_no_finding():
    partners = "".join(
        f"<a href='https://www.{one}'>{one}</a>" for one in ("worldbank.org", "adb.org", "jica.com")
    )
    for name, way in (
        ("owl-item", "left:-3510px;position:absolute"),
        ("swiper-slide", "opacity:0"),
        ("accordion-body", "height:0;overflow:hidden"),
    ):
        assert planted(page(extra=f"<div class='{name}' style='{way}'>{partners}</div>")) == []


def test_a_link_to_a_stranger_in_a_box_that_is_no_menu_and_never_shows_is_a_finding():
    stranger = "<a href='https://mochau-curtain.com'>rèm cửa</a>"
    for way in ("display:none", "left:-3510px;position:absolute", "transform:scale(0)"):
        (found,) = planted(page(extra=f"<div style='{way}'>{stranger}</div>"))
        assert found.rule == "hidden-links"


def test_a_script_that_counts_loads_and_moves_at_home_is_no_finding():
    loads = "s.src='https://www.googletagmanager.com/gtm.js?id='+i"
    moves = "if(location.protocol!='https:')location='https:'+location.href.slice(5)"
    assert planted(page(extra=f"<script>{loads};{moves}</script>")) == []


def test_the_evidence_names_the_way_of_hiding_and_the_words():
    (found,) = planted(page(extra=PLANTED["off left"]))[:1]
    assert (found.rule, "kèo nhà cái" in found.evidence) == ("planted-link", True)
    hidden = [one for one in planted(page(extra=PLANTED["none"])) if one.rule == "hidden-words"]
    assert "không hiển thị" in hidden[0].evidence


def test_words_that_officers_add_judge_the_same_page_anew():
    html = page(extra="<p style='display:none'>lăn sâm lốc quay thần</p>")
    assert planted(html) == []
    text = keywords.DEFAULT.read_text("utf-8").replace(
        'pitch = [\n  "kèo', 'pitch = [\n  "lăn sâm lốc", "kèo', 1
    )
    again = injected(html, url=HERE, keywords=keywords.read(text), blocked_domains=LISTED)
    assert [one.rule for one in again] == ["hidden-words"]


@pytest.mark.parametrize(
    "code",
    [
        f"location.href='{ELSEWHERE}'",
        f"window.top.location.replace('{ELSEWHERE}')",
        "document.location = 'https://dich-' + 'den.top/x'",
        "var u='https://dich'+\"-den.top\"; setTimeout(function(){ location = u }, 5)",
        f"location.assign(atob('{base64.b64encode(ELSEWHERE.encode()).decode()}'))",
        "eval(String.fromCharCode("
        + ",".join(str(ord(sign)) for sign in f"location='{ELSEWHERE}'")
        + "))",
        "location=['ht','tps:','//dich-den.top'].join('')",
        "location.href='pot.ned-hcid//:sptth'.split('').reverse().join('')",
        r"location.href='\x68ttps:\u002f/dich-den.top'",
        "location.href=unescape('https%3A%2F%2Fdich-den.top')",
        f"if(/google|bing/.test(document.referrer)){{location='{ELSEWHERE}'}}",
        f"function go(){{var k='{base64.b64encode(ELSEWHERE.encode()).decode()}';}}"
        f"location=atob('{base64.b64encode(ELSEWHERE.encode()).decode()}')",
    ],
)
def test_a_script_that_sends_visitors_away_is_read(code):
    assert sent(code) == ["off-site-script"]


@pytest.mark.parametrize(
    "code",
    [
        "location.href='/trang-chu'",
        "location.href='https://www.benthanh.hochiminhcity.gov.vn/moi'",
        f"function mo(){{ window.location = '{ELSEWHERE}' }}",
        f"$('#a').on('click', function(){{ location.href='{ELSEWHERE}' }})",
        f"const di = () => {{ location.href='{ELSEWHERE}' }}",
        f"if (location.href == '{ELSEWHERE}') {{ tat() }}",
        f"var chia_se = '{ELSEWHERE}';",
    ],
)
def test_a_script_that_waits_for_a_click_or_stays_at_home_is_ordinary(code):
    assert sent(code) == []


def test_hops_and_refreshes_are_followed_and_public_bodies_are_mild():
    assert [one.rule for one in redirected([HERE, ELSEWHERE], home=HERE)] == ["off-site-redirect"]
    assert redirected(["http://benthanh.hochiminhcity.gov.vn/", HERE], home=HERE) == []
    (moved,) = redirected([HERE, "https://dichvucong.gov.vn/"], home=HERE)
    assert moved.is_mild
    html = f"<meta http-equiv=refresh content='0; URL={ELSEWHERE}'>"
    assert [one.rule for one in redirected([HERE], html, home=HERE)] == ["off-site-refresh"]
    assert redirected([HERE], "<meta http-equiv=refresh content=300>", home=HERE) == []


def see(html, url=HERE, status=200):
    return Seen(url, status, html)


def rules_of(browser, bot=None, referrer=None, mobile=None):
    found = cloaked(browser, bot, referrer, mobile, keywords=WORDS, blocked_domains=LISTED)
    return [one.rule for one in found]


def test_what_only_search_engines_are_shown_is_found():
    plain = see(page())
    shop = "<title>Cửa hàng giày</title><body>giày thể thao nam nữ giá tốt hôm nay"
    letters = "abcdeghiklmn"
    other = "".join(f"<p>{one}{two}o{one}</p>" for one in letters for two in letters)
    assert "cloaked-words" in rules_of(plain, bot=see(page(extra=SPAM)))
    assert rules_of(plain, referrer=see(page(), ELSEWHERE)) == ["cloaked-address"]
    sending = see(f"<script>location='{ELSEWHERE}'</script>")
    assert set(rules_of(plain, mobile=sending)) == {"cloaked-words"}
    thai = page(head="<title>สล็อตเว็บตรง</title>", extra="<p>" + "สล็อต บาคาร่า " * 9 + "</p>")
    assert "cloaked-language" in rules_of(plain, bot=see(thai))
    assert rules_of(plain, bot=see(shop + other)) == ["cloaked-page"]


def test_other_news_a_refusal_and_a_telephone_skin_are_no_cloaking():
    plain = see(page())
    assert rules_of(plain, see(page(news=takeovers.NEWS[:3])), see("", status=403)) == []
    assert rules_of(plain, mobile=see(takeovers.redesigned())) == []
    assert rules_of(see("", status=503), bot=see(page(extra=SPAM))) == []
    infected = see(page(extra=SPAM))
    assert rules_of(infected, bot=infected) == []


@pytest.mark.parametrize("name", takeovers.HACKED)
def test_a_page_that_was_taken_over_is_told(name):
    past = [portrait(html, url=HERE) for html in list(takeovers.life(3))]
    assert alarms(takeovers.HACKED[name], past)


@pytest.mark.parametrize("site", takeovers_held_out.SITES)
def test_other_sites_and_other_attackers_are_told_as_well(site):
    make = takeovers_held_out.SITES[site]
    past = [portrait(make(week), url=HERE) for week in range(3)]
    for name, taken in takeovers_held_out.TAKEN.items():
        assert alarms(taken(make) if callable(taken) else taken, past), name
    for name, change in takeovers_held_out.ORDINARY.items():
        assert alarms(change(make), past) == [], name


def test_a_year_of_ordinary_change_raises_no_alarm():
    past = []
    mild = []
    for html in takeovers.life():
        found = defaced(html, past=past[-8:], url=HERE)
        assert [one for one in found if not one.is_mild] == []
        mild += [one.rule for one in found]
        past.append(portrait(html, url=HERE))
    assert "template-jump" in mild


@pytest.mark.parametrize("name", takeovers.OUT_OF_ORDER)
def test_what_is_out_of_order_or_tells_of_an_attack_is_no_defacement(name):
    assert alarms(takeovers.OUT_OF_ORDER[name], [portrait(page(), url=HERE)]) == []


@pytest.mark.parametrize("title", ["Q1", "P7", "TT"])
def test_a_title_that_was_always_short_is_no_take_over(title):
    html = page(head=f"<title>{title}</title>")
    assert alarms(html, [portrait(html, url=HERE)]) == []


def test_a_new_third_party_script_is_a_mild_finding():
    html = page(extra="<script src='https://cdn.la-mat.net/a.js'></script>")
    (found,) = defaced(html, past=[portrait(page(), url=HERE)], url=HERE)
    assert (found.rule, found.evidence, found.is_mild) == ("new-script", "cdn.la-mat.net", True)


HOSTILE = {
    "deep": "<div>" * 200_000 + SPAM,
    "large": page() + f"<p>{SPAM}</p>" * 80_000,
    "braces": "<script>" + "function a(){" * 60_000 + "location=b</script>",
    "quotes": "<script>location=" + "\"'`+[" * 100_000 + "</script>",
    "lists": "<script>location=[" + "'a' , " * 60_000 + "</script>",
    "letters": "<p>" + "a b c d e f " * 90_000 + "</p>",
    "style": "<style>" + "a{" * 150_000 + "</style>" + "<p style='" + ":" * 90_000 + "'>x</p>",
    "long style": "<style>" + "x" * 900_000 + "</style>",
    "one word": "<title>" + "a8" * 900_000 + "</title>",
    "comments": "<!--<a " * 200_000,
    "hosts": "".join(f"<i data-x='//h{one}.example.com/'></i>" for one in range(20_000)),
    "backwards": "moc." * 200_000 + "//:sptth",
    "numbers": "<script>" + ("[" + "7," * 3_000 + "7];") * 30 + "location=1</script>",
    "marks": "<p>" + "a" + "\u0301" * 900_000 + "</p>",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_less_than_a_second(name, cpu_seconds):
    with cpu_seconds() as spent:
        injected(HOSTILE[name], url=HERE, keywords=WORDS, blocked_domains=LISTED)
    with cpu_seconds() as rest:
        redirected([HERE], HOSTILE[name], home=HERE)
        defaced(HOSTILE[name], past=[portrait(page())], url=HERE)
    assert spent() < 1
    assert rest() < 2


def test_a_page_of_a_hundred_kilobytes_is_judged_in_a_moment(cpu_seconds):
    html = page(news=takeovers.NEWS * 36)
    assert 95_000 < len(html.encode()) < 140_000
    spent = []
    for _ in range(5):
        with cpu_seconds() as one:
            injected(html, url=HERE, keywords=WORDS, blocked_domains=LISTED)
        spent.append(one())
    assert min(spent) < 0.05
