"""axe-core finds nothing on any kind of public page, light and dark, wide and narrow."""

import pytest

from tests.browser.axe import findings_in_both_schemes
from tests.browser.conftest import ADDRESSES, LINKS_ON_HOME

KINDS = [*ADDRESSES, *LINKS_ON_HOME]
WIDTHS = (1280, 360)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit, address_of, kind):
    page = visit(address_of(kind))
    found = findings_in_both_schemes(page, WIDTHS)
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_out_of_a_narrow_phone(visit, address_of, kind):
    page = visit(address_of(kind), width=360)
    overflow = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll("body *")]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => element.outerHTML.slice(0, 120));
        }"""
    )
    assert overflow == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_reads_and_links_without_scripts(visit, address_of, kind):
    page = visit(address_of(kind), java_script_enabled=False)
    assert page.locator("h1:visible").count() == 1
    assert page.locator("html").get_attribute("lang") in {"vi", "en"}
    assert page.locator("a:visible").count() > 0


def test_nothing_is_asked_of_other_machines_and_nothing_fails(visit, portal, address_of):
    page = visit(address_of("home"))
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for kind in ("home", "article", "column", "search", "campaign"):
        page.goto(address_of(kind))
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((portal, "data:"))] == []
    assert complaints == []


def test_a_public_page_sets_no_cookie(visit, address_of):
    page = visit(address_of("home"))
    for kind in ("article", "column", "search", "site map"):
        page.goto(address_of(kind))
    assert page.context.cookies() == []
