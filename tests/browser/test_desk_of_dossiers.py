"""The desk of dossiers and licences in a real browser: clean for axe, and fit for a phone."""

import re

import pytest

from tests.browser.axe import findings_in_both_schemes

PASSWORD = "cityweb-demo-2026"
DESK = "/nghiep-vu/licensing/"
WIDTHS = (1280, 360)


@pytest.fixture
def signed_in(visit):
    """Return a page of somebody of the sample office, or of a sample company."""

    def sign(name, path):
        page = visit(path)
        page.fill("input[name=login]", f"{name}@demo.cityweb.example")
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"**{path}")
        return page

    return sign


def looked_at(page, *addresses):
    """Return what axe finds on each with everything unfolded, and what runs out of a phone."""
    found = []
    for address in addresses:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found += [f"{address}: {one}" for one in findings_in_both_schemes(page, WIDTHS)]
        if page.evaluate("document.documentElement.scrollWidth") > WIDTHS[-1]:
            found.append(f"{address}: wider than a phone")
    return found


def test_the_specialists_screens(signed_in):
    page = signed_in("capphep", DESK)
    page.goto(f"{DESK}?state=appraising")
    dossier = page.locator("a[data-open]").last.get_attribute("href")
    panels = [
        f"{dossier}?panel={name}" for name in ("conditions", "consulting", "notes", "history")
    ]
    assert looked_at(page, f"{DESK}?state=appraising", *panels) == []


def test_licences_proceedings_and_the_report(signed_in):
    page = signed_in("truongphong", DESK)
    page.goto(f"{DESK}vu-viec/")
    case = page.get_by_role("link", name=re.compile("^VV-")).first.get_attribute("href")
    page.goto(case)
    licence = page.locator("main .facts a").first.get_attribute("href")
    screens = ("bao-cao/", "so-theo-doi/", "lam-thay/", "khieu-nai/")
    assert looked_at(page, case, licence, *(f"{DESK}{name}" for name in screens)) == []


def test_a_company_sees_what_its_licence_asks_of_it(signed_in):
    page = signed_in("doanhnghiep", "/nop-ho-so/cua-toi/")
    licence = page.get_by_role("link", name=re.compile("^số ")).first.get_attribute("href")
    assert looked_at(page, licence) == []
