"""The only door out: whatever the portal asks of other sites goes through here.

`Fetcher.fetch` (and `fetch`, for a single address) returns a `Fetched` whatever happens: faults of
the network are values, each a `Failure` with its concern and its remedy. What is promised:

- Nothing but the open internet is asked. A host is read into one plain spelling (`spelling`), its
  addresses are judged (`policy`), and the connection goes to the very address that was judged
  (`connector`, `dialing`); redirects are followed by hand and judged alike. Names under
  `FETCH_LOOPBACK_HOSTS` stand for this machine; production refuses to start with any.
- A visit ends: ten seconds with name lookup and redirects, two mebibytes before and after every
  step of decompression, 64 KiB of headers, ten redirects (`options.Limits`, `guarding`).
- A certificate that is not believed ends the visit before anything is asked; what it says is read
  over a second connection and kept as evidence.
- A round that shares one `Manners` asks a host once at a time with a pause between, and few at one
  address; who asks to be left alone is left alone.
- Nothing of this machine goes along: no proxy, no credentials, and no cookies but those that a site
  set by a redirect of the same visit.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cityweb.core.fetch.certificates import TlsFacts
from cityweb.core.fetch.failures import Concern, Failure
from cityweb.core.fetch.options import Limits, Rules
from cityweb.core.fetch.politeness import Manners
from cityweb.core.fetch.results import Fetched, Hop

if TYPE_CHECKING:
    from cityweb.core.fetch.beforehand import why_refused
    from cityweb.core.fetch.fetcher import Fetcher, fetch

__all__ = [
    "Concern",
    "Failure",
    "Fetched",
    "Fetcher",
    "Hop",
    "Limits",
    "Manners",
    "Rules",
    "TlsFacts",
    "fetch",
    "why_refused",
]


def __getattr__(name: str) -> Any:
    # Models and desks name failures only; the client itself would cost every process its start.
    if name in {"Fetcher", "fetch"}:
        return getattr(import_module("cityweb.core.fetch.fetcher"), name)
    if name == "why_refused":
        return import_module("cityweb.core.fetch.beforehand").why_refused
    raise AttributeError(name)
