"""`python -m cityweb.engines postgres demo`: the keeper of one engine, started by `leases`."""

import sys
from typing import cast

from cityweb.engines import keeper
from cityweb.engines.places import Profile

sys.exit(keeper.main(sys.argv[1], cast(Profile, sys.argv[2])))
