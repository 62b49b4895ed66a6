"""The text of clean HTML: what a reader reads, blocks parted by line ends."""

from __future__ import annotations

import html
import re

_BLOCKS = (
    "p|br|hr|h[1-6]|ul|ol|li|div|figure|figcaption|table|caption|t[dhr]|thead|tbody|blockquote|pre"
)
_REST_OF_TAG = r"""\b(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>"""
_BLOCK = re.compile(rf"</?(?:{_BLOCKS}){_REST_OF_TAG}", re.IGNORECASE)
_INLINE = re.compile(rf"</?[a-z][a-z0-9]*{_REST_OF_TAG}", re.IGNORECASE)
_BLANKS = re.compile(r"\s*\n\s*")


def plain(markup: str) -> str:
    """Return the text of HTML that `core.html.clean` has cleaned."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    bare = _INLINE.sub("", _BLOCK.sub("\n", markup))
    return _BLANKS.sub("\n", html.unescape(bare)).strip()
