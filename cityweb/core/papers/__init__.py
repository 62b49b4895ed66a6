"""Papers of the office: typeset, numbered, signed, and verified by anybody.

`draft` pins the data of a paper; `issue` takes its number, sets it (Typst, PDF/A-3b, the form of
Decree 30/2020), lets the person and then the organisation sign (PAdES), and keeps the file, which
nobody rewrites: not the code, not the database. `verify` judges any PDF. The kinds of papers are
named in `settings.PAPER_KINDS`; their templates stand in the apps that issue them.
"""

from cityweb.core.papers.actions import discard, draft, issue, revise, sign_beside
from cityweb.core.papers.reading import (
    authorities,
    by_code,
    issued_as,
    numbered,
    open_file,
    preview,
    verify,
)
from cityweb.core.papers.verifying import Signature, Verdict

__all__ = [
    "Signature",
    "Verdict",
    "authorities",
    "by_code",
    "discard",
    "draft",
    "issue",
    "issued_as",
    "numbered",
    "open_file",
    "preview",
    "revise",
    "sign_beside",
    "verify",
]
