"""HTML that people wrote: what is left of it, and whom its links vouch for."""

import pytest

from cityweb.core import html


@pytest.mark.parametrize("address", ["/", "/bai-viet/1-mot/", "/?trang=2", "#muc-1", "/#muc-1"])
def test_a_link_within_the_site_carries_no_rel(address):
    cleaned = html.clean(f'<a href="{address}" title="Xem">Xem</a>')
    assert "rel=" not in cleaned
    assert html.clean(cleaned) == cleaned


@pytest.mark.parametrize(
    "address",
    [
        "https://vi.example/",
        "//vi.example/",
        "/\\vi.example/",
        "/\t/vi.example",
        "mailto:a@b.example",
    ],
)
def test_any_other_link_vouches_for_nobody(address):
    cleaned = html.clean(f"""<a title='x href="/"' href="{address}">Xem</a>""")
    assert 'rel="noopener nofollow"' in cleaned
    assert html.clean(cleaned) == cleaned


def test_each_link_of_a_text_is_judged_by_itself():
    cleaned = html.clean('<a href="https://vi.example/">A</a> <a href="/">B</a> <a href="x">C</a>')
    assert cleaned.count("nofollow") == 2
    assert '<a href="/">B</a>' in cleaned


def test_nothing_in_a_data_block_can_end_it():
    block = html.data_block({"a": "</script><script>&\u2028"})
    assert block.count("<") == block.count(">") == 2
    assert "&" not in block
