"""How runs are put together, and what follows from the measures by the rules of the day."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from advertising.behaviour import contrasts, moving, standards
from advertising.behaviour.lists import Lists
from advertising.behaviour.measures import (
    Behaviour,
    Control,
    Delay,
    NonFixedAd,
    Sighting,
    Span,
    delay_of,
    together,
)
from advertising.behaviour.verdicts import Standard, judge
from cityweb.core.models import LegalRule

NEW_RULES = {
    code: Standard(code, "Nghị định mẫu", limit)
    for code, limit in {"F1": None, "F2": None, "F5A": 0.0, "F5B": 5.0, "F6": 1.0}.items()
}


def sighting(*clicks, gone=None, reached=0.0, sank=None):
    return Sighting("div#qc", 1000.0, 1000.0, 1000.0 + reached, gone, sank, list(clicks))


def test_the_first_click_that_closes_tells_the_delay_to_the_frame():
    seen = sighting(3040.0, gone=3056.0, reached=2000.0)
    assert delay_of(seen, 1) == Span(2.0, 2.0)


def test_clicks_that_did_nothing_bound_the_delay_from_below():
    seen = sighting(1100.0, 2900.0, 2980.0, 3070.0, gone=3080.0)
    assert delay_of(seen, 1) == Span(1.98, 2.07)


def test_clicks_at_what_is_already_fading_do_not_count():
    seen = sighting(1100.0, 2900.0, 3010.0, 3090.0, 3170.0, gone=3320.0, sank=3025.0)
    assert delay_of(seen, 1) == Span(1.9, 2.01)


def test_clicks_at_what_is_still_coming_up_prove_nothing():
    seen = sighting(1050.0, 1130.0, 1390.0, 1480.0, gone=1500.0, reached=30.0)
    assert delay_of(replace(seen, grown=1400.0), 1) == Span(0.03, 0.03)
    assert delay_of(replace(seen, grown=1200.0), 1) == Span(0.39, 0.48)
    assert delay_of(replace(seen, grown=None), 1) == Span(0.39, 0.48)


def test_of_two_needed_clicks_the_first_tells_the_delay():
    seen = sighting(2010.0, 2090.0, gone=2100.0, reached=1000.0)
    assert delay_of(seen, 2) == Span(1.0, 1.0)


def test_what_goes_by_itself_was_not_closed():
    assert delay_of(sighting(1100.0, gone=5000.0), 1) is None
    assert delay_of(sighting(gone=5000.0), 1) is None


def test_more_runs_narrow_the_bounds():
    found = together([Span(1.9, 2.1), Span(1.95, 2.3)])
    assert found == Delay(1.95, pytest.approx(2.025), 2.1, 2)
    apart = together([Span(1.0, 1.1), Span(2.0, 2.2), Span(2.05, 2.1)])
    assert (apart.low, apart.high, apart.runs) == (1.0, 2.2, 3)
    assert apart.best == pytest.approx(2.075)
    assert together([Span(1.0, 1.1), Span(2.0, 2.2), Span(3.0, 3.1)]).best == pytest.approx(2.1)


def test_a_first_click_that_came_late_says_nothing_where_others_came_in_time():
    late = delay_of(sighting(1900.0, gone=1910.0, reached=10.0), 1)
    assert late == Span(0.01, 0.01, is_late=True)
    assert together([late, Span(0.65, 0.75)]) == Delay(0.65, pytest.approx(0.7), 0.75, 2)
    assert together([late]).best == 0.01


def test_late_frames_and_late_ears_of_a_busy_page_only_widen_the_bounds():
    seen = sighting(2900.0, 2980.0, gone=3140.0)
    busy = replace(seen, unseen=900.0, done=[2950.0, 3120.0])
    assert (delay_of(seen, 1), delay_of(busy, 1)) == (Span(1.9, 1.98), Span(1.9, 2.22))


def test_what_listens_only_once_the_page_has_loaded_is_not_blamed_for_it():
    seen = sighting(1100.0, 1400.0, 1600.0, gone=1610.0, reached=5.0)
    assert delay_of(replace(seen, loaded=[1500.0]), 1) == Span(0.005, 0.005, is_late=True)
    assert delay_of(replace(seen, loaded=[1050.0, 1200.0]), 1) == Span(0.4, 0.6)


def ad(**more):
    facts = {
        "name": "div#qc", "rules": ["##.qc"], "label": "Quảng cáo", "report": "", "text": "",
        "links": [], "moves": False, "video_seconds": None, "has_video": False, "sounded": False,
        "covers": 0.3, "appears_after": 0.5, "control": Control("×", 32, 32, 12.0, False),
        "delay": Delay(0.0, 0.0, 0.0, 3), "clicks_needed": 1, "opened_by_close": 0,
        "comes_back": False, "goes_after": None,
    }  # fmt: skip
    return NonFixedAd(**facts | more)


def test_what_comes_back_once_closed_has_a_fake_sign():
    found = {each.code: each for each in judge(seen_with(ad(comes_back=True)), NEW_RULES)}
    assert (found["F6"].result, found["F6"].measure) == ("fail", "tắt xong lại hiện ra")


def seen_with(one):
    return Behaviour("http://a.vn/", "desktop", 4, [one], [], [], 0.0, [], [])


def results(one, rules=NEW_RULES):
    return {each.code: each.result for each in judge(seen_with(one), rules)}


def test_a_compliant_still_picture_passes_everything():
    assert results(ad()) == {"F1": "pass", "F2": "pass", "F5A": "pass", "F6": "pass"}


@pytest.mark.parametrize(
    ("low", "high", "moves", "result"),
    [
        (0.0, 0.08, False, "pass"),
        (0.3, 0.4, False, "fail"),
        (0.05, 0.4, False, "unsure"),
        (4.98, 5.06, True, "pass"),
        (4.9, 5.3, True, "unsure"),
        (5.15, 5.2, True, "fail"),
    ],
)
def test_a_wait_is_held_against_the_limit_of_its_kind(low, high, moves, result):
    found = results(ad(delay=Delay(low, (low + high) / 2, high, 3), moves=moves))
    assert found["F5B" if moves else "F5A"] == result


def test_the_old_limit_holds_for_all_kinds_and_the_gap_has_none():
    slow = ad(delay=Delay(1.7, 1.7, 1.7, 3), moves=True)
    assert results(slow, {"F3": Standard("F3", "Luật cũ", 1.5)}) == {"F3": "fail"}
    assert results(slow, {"F1": NEW_RULES["F1"]}) == {"F1": "pass"}


def test_a_verdict_names_measure_limit_and_margin():
    page = Behaviour("http://a.vn/", "desktop", 4, [ad(delay=Delay(2.0, 2.04, 2.08, 3))], [], [],
                     0.0, [], [])  # fmt: skip
    (wait,) = [each for each in judge(page, NEW_RULES) if each.code == "F5A"]
    assert wait.measure.startswith("2,04 giây") and "3 lần đo" in wait.measure
    assert (wait.limit, wait.margin) == ("0,00 giây", "+2,04 giây")


def test_fakes_and_double_clicks_fail_and_faint_signs_ask_an_officer():
    assert results(ad(clicks_needed=2))["F6"] == "fail"
    fake = results(ad(clicks_needed=None, opened_by_close=1, delay=None))
    assert (fake["F2"], fake["F6"]) == ("fail", "fail") and "F5A" not in fake
    assert results(ad(control=None, delay=None, clicks_needed=None))["F2"] == "fail"
    assert results(ad(control=Control("×", 18, 18, 1.2, False)))["F2"] == "unsure"
    assert results(ad(control=Control("×", 18, 18, 1.2, False)))["F6"] == "pass"
    assert results(ad(control=Control("×", 6, 6, 12.0, False)))["F6"] == "fail"
    assert results(ad(control=Control("×", 32, 32, 1.0, False)))["F6"] == "fail"
    assert results(ad(label=""))["F1"] == "fail"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "limits"),
    [
        (date(2025, 12, 31), {"F3": 1.5}),
        (date(2026, 1, 15), {}),
        (date(2026, 2, 15), {"F5A": 0.0, "F5B": 5.0, "F6": 1.0}),
    ],
)
def test_the_limits_are_those_of_the_day(day, limits):
    found = standards.on(day)
    codes = ("F3", "F5A", "F5B", "F6")
    assert {code: found[code].limit for code in codes if code in found} == limits


@pytest.mark.django_db
def test_a_number_nobody_confirmed_decides_nothing():
    LegalRule.objects.filter(code=standards.CLICKS).update(confidence="UNSURE")
    assert standards.on(date(2026, 3, 1))["F6"].limit is None


def test_a_list_names_the_very_rule_that_hit():
    found = Lists(["[Adblock Plus 2.0]\n! x\n||xau.vn^\n/adserver/*$image\n##.qc-popup\n@@/tot/*"])
    page = "http://bao.vn/"
    assert found.rule_of("http://a.xau.vn/x.js", page=page, kind="Script") == "||xau.vn^"
    assert found.rule_of("http://b.vn/adserver/a.png", page=page, kind="Image")
    assert not found.rule_of("http://b.vn/adserver/a.js", page=page, kind="Script")
    assert not found.rule_of("http://a.xau.vn/tot/x.js", page=page, kind="Script")
    (mark,) = found.marks(page, classes=["qc-popup", "tin"], ids=[])
    assert (mark.selector, mark.rule) == (".qc-popup", "##.qc-popup")


def test_moving_pictures_are_told_from_still_ones():
    frames = [Image.new("RGB", (4, 4), (n * 80, 0, 0)) for n in range(3)]
    for kind, animates in (("GIF", True), ("PNG", True), ("WEBP", True), ("GIF", False)):
        out = io.BytesIO()
        more = {"save_all": True, "append_images": frames[1:]} if animates else {}
        frames[0].save(out, kind, **more)
        assert moving.moves(out.getvalue()) is animates, kind
    assert not moving.moves(b"")


def test_contrast_is_that_of_the_sign_and_its_ground():
    def sign(ground, ink):
        picture = Image.new("RGB", (32, 32), ground)
        picture.paste(ink, (12, 4, 18, 28))
        out = io.BytesIO()
        picture.save(out, "PNG")
        return contrasts.of_picture(out.getvalue())

    assert sign("white", "black") == pytest.approx(21, abs=0.1)
    assert sign("#eee", "#ddd") < 1.5
