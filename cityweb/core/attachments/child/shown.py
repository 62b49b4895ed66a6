"""The words that a web page shows, for whoever compares what a site says of itself."""

from typing import Any

from selectolax.lexbor import LexborHTMLParser
from verdict import Result

MOST_LETTERS = 60_000
_UNSEEN = ["script", "style", "noscript", "template", "svg", "iframe"]


def prepare() -> None:
    """Load the parser while files may still be opened."""
    run(b"<p>a<script>b</script></p>", {})


def run(data: bytes, job: dict[str, Any]) -> Result:
    """Return the words, a line a piece of text, as the one blob; the data is UTF-8."""
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    tree.strip_tags(_UNSEEN)
    root = tree.body or tree.root
    text = root.text(separator="\n", strip=True) if root is not None else ""
    lines = (" ".join(line.split()) for line in text.splitlines())
    shown = "\n".join(line for line in lines if line)
    return Result(kind="html", blobs=[shown[:MOST_LETTERS].encode("utf-8", "replace")])
