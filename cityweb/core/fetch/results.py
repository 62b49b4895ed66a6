"""What became of one visit: always the same shape, whether it went well or not."""

from __future__ import annotations

from dataclasses import dataclass, field

from multidict import CIMultiDict, CIMultiDictProxy

from cityweb.core.fetch import charsets
from cityweb.core.fetch.certificates import TlsFacts
from cityweb.core.fetch.failures import Failure

Headers = CIMultiDictProxy[str]
NO_HEADERS: Headers = CIMultiDictProxy(CIMultiDict())


@dataclass(frozen=True, slots=True)
class Hop:
    """One request of a visit; `status` is None where no answer came."""

    url: str
    status: int | None
    address: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer, or why there is none. `reason` is Vietnamese and empty where all went well."""

    url: str
    """As it was asked."""
    hops: tuple[Hop, ...] = ()
    headers: Headers = field(default_factory=lambda: NO_HEADERS, repr=False)
    """Of the last answer; names in any case, repeated ones by `getall`."""
    body: bytes = field(default=b"", repr=False)
    tls: TlsFacts | None = None
    elapsed_ms: int = 0
    failure: Failure | None = None
    reason: str = ""

    @property
    def is_ok(self) -> bool:
        return self.failure is None

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the server said that what we have is still the newest (304)."""
        return self.is_ok and self.status == 304

    @property
    def status(self) -> int | None:
        return self.hops[-1].status if self.hops else None

    @property
    def final_url(self) -> str:
        return self.hops[-1].url if self.hops else ""

    @property
    def address(self) -> str:
        return self.hops[-1].address if self.hops else ""

    def text(self) -> str:
        """Return the body as text, in the encoding it says or must have."""
        return charsets.decode(self.body, self.headers.get("Content-Type", ""))
