"""Who keeps the register, and a licence in it: one of each for all tests of a file."""

from tests.licensing.makers import make_licence
from tests.people import make_person
from tests.shared import shared


@shared
def clerk():
    return make_person(full_name="Văn Thư")


@shared
def licence(clerk):
    return make_licence(clerk)
