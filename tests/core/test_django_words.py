"""Django's own sentences in Vietnamese, those that it counts by number too."""

import pytest
from django.utils.translation import ngettext, override


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("Please correct the error below.", "Please correct the errors below."),
        ("%(num)d day", "%(num)d days"),
        ("entry", "entries"),
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_what_is_counted_is_found_too(one, many, count):
    with override("vi"):
        assert ngettext(one, many, count) not in {one, many}
