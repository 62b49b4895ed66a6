"""The demo's and the tests' own PostgreSQL and Redis, from the wheels, below `var/`.

Whoever needs an engine says so with `running(...)`; the first one in starts it, the last one out
stops it, however they end. Production never comes here: it names its servers in DATABASE_URL and
REDIS_URL. Knows nothing of Django, so that manage.py can start the engines before Django wakes.
"""

from cityweb.engines.errors import EngineError
from cityweb.engines.leases import running
from cityweb.engines.places import database_url, redis_url, var_dir

__all__ = ["EngineError", "database_url", "redis_url", "running", "var_dir"]
