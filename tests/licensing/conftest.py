"""What many files here begin with: the office, a dossier in work, a clerk, a registered licence.

Each is made once for all tests of a file.
"""

import pytest

from tests.licensing import dossiers
from tests.licensing.dossiers import TO_SIGNED, walk
from tests.licensing.makers import make_licence
from tests.people import make_person
from tests.shared import shared


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    """Let officers sign in with a password alone; what the second factor does is tested in core."""
    settings.STAFF_SECOND_FACTOR_REQUIRED = False


@shared
def office():
    return dossiers.Office()


@shared
def working(office):
    """A dossier under appraisal; of its papers only the required ones were handed in."""
    return walk(office, dossiers.begin(office), *TO_SIGNED[:4])


@shared
def clerk():
    return make_person(full_name="Văn Thư")


@shared
def licence(clerk):
    return make_licence(clerk)
