"""The reckoning of fines: always inside the bracket, every line with its citation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advertising import fines
from advertising.fines import INDIVIDUAL, ORGANISATION, Bracket, Line

M = 1_000_000
PLACES = [[-2, 0], [-1, 25], [0, 50], [1, 75], [2, 100]]
KINDS = st.sampled_from([INDIVIDUAL, ORGANISATION])


@st.composite
def brackets(draw):
    low = draw(st.integers(0, 200 * M))
    return Bracket(low, low + draw(st.integers(0, 200 * M)), draw(KINDS), "Điều 1")


@settings(max_examples=60, deadline=None)
@given(
    brackets(), KINDS, st.integers(1, 4), st.integers(0, 6), st.integers(0, 6),
    st.dictionaries(st.integers(-5, 5), st.integers(0, 100), min_size=1),
)  # fmt: skip
def test_a_fine_is_inside_the_bracket_of_this_offender(
    bracket, kind, multiple, mitigating, aggravating, places
):
    made = fines.reckon(
        bracket, kind=kind, multiple=multiple, multiple_citation="Điều 2",
        mitigating=[Line("nhẹ", "Điều 9")] * mitigating,
        aggravating=[Line("nặng", "Điều 10")] * aggravating,
        places=sorted(places.items()), places_citation="Điều 23",
    )  # fmt: skip
    assert made.bracket.holds(made.amount)
    assert made.bracket.basis == kind
    assert all(line.citation for line in made.lines)
    # A bracket for the other kind never grows beyond the multiple, nor shrinks below the part.
    if kind == bracket.basis:
        assert made.bracket == bracket
    elif kind == ORGANISATION:
        assert (made.bracket.low, made.bracket.high) == (
            bracket.low * multiple, bracket.high * multiple,
        )  # fmt: skip
    else:
        assert made.bracket.low * multiple >= bracket.low
        assert made.bracket.high * multiple <= bracket.high + multiple


@pytest.mark.parametrize(
    ("mitigating", "aggravating", "kind", "amount"),
    [
        (0, 0, INDIVIDUAL, 12_500_000),
        (0, 0, ORGANISATION, 25_000_000),
        (1, 0, ORGANISATION, 22_500_000),
        (3, 0, ORGANISATION, 20_000_000),
        (0, 1, ORGANISATION, 27_500_000),
        (0, 2, ORGANISATION, 30_000_000),
        (2, 2, ORGANISATION, 25_000_000),
        (0, 5, INDIVIDUAL, 15_000_000),
    ],
)
def test_hand_worked_fines_for_an_ad_that_cannot_be_closed(mitigating, aggravating, kind, amount):
    # Decree 38/2021/NĐ-CP, art. 38(2): 10 to 15 million, individual; organisations twice that.
    made = fines.reckon(
        Bracket(10 * M, 15 * M, INDIVIDUAL, "Điều 38"), kind=kind, multiple=2,
        multiple_citation="Điều 4", mitigating=[Line("nhẹ", "Điều 9")] * mitigating,
        aggravating=[Line("nặng", "Điều 10")] * aggravating, places=PLACES,
        places_citation="Điều 23",
    )  # fmt: skip
    assert made.amount == amount


def test_a_person_pays_half_where_the_decree_writes_for_organisations():
    # Decree 174/2026/NĐ-CP, art. 93(3)(b): 30 to 40 million for organisations; art. 4(4).
    own = fines.for_offender(Bracket(30 * M, 40 * M, ORGANISATION, "Điều 93"), INDIVIDUAL, 2)
    assert (own.low, own.high) == (15 * M, 20 * M)


def test_interest_of_a_late_payment():
    # 0.05 % a day: 25 million, ten days late.
    assert fines.interest(25 * M, 10, 0.05) == 125_000
    assert fines.interest(25 * M, -3, 0.05) == 0


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "không đồng"),
        (15, "mười lăm đồng"),
        (25_000_000, "hai mươi lăm triệu đồng"),
        (22_500_000, "hai mươi hai triệu năm trăm nghìn đồng"),
        (12_050_000, "mười hai triệu không trăm năm mươi nghìn đồng"),
        (201_001_000, "hai trăm lẻ một triệu không trăm lẻ một nghìn đồng"),
        (1_115_021_000, "một tỷ một trăm mười lăm triệu không trăm hai mươi mốt nghìn đồng"),
    ],
)
def test_amounts_are_spelled_out(amount, words):
    assert fines.in_words(amount) == words


def test_a_bracket_upside_down_is_none():
    with pytest.raises(ValueError):
        Bracket(2, 1, INDIVIDUAL, "Điều 1")
