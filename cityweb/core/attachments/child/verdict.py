"""What a worker says of a file."""

from dataclasses import dataclass, field
from typing import Any


class Refusal(Exception):
    """The file may not be kept; `code` is one of those that `verdicts.py` has words for."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Result:
    """A verdict. Without blobs the bytes may be kept as they came.

    The first blob is what to keep instead of them, the second (of pictures) the thumbnail.
    """

    kind: str = ""
    refused: str = ""
    neutralised: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)
    blobs: list[bytes] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "refused": self.refused,
            "neutralised": sorted(set(self.neutralised)),
            "more": self.more,
            "blobs": [len(blob) for blob in self.blobs],
        }
