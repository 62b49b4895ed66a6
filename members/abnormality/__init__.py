"""What is odd on a member site: pure functions from stored pages to findings with proof.

`injected` finds what strangers planted, `redirected` where visitors are sent away, `cloaked` what
only search engines are shown, and `defaced` a page that is no longer its owner's. No database, no
network, no clock: what is stored can be judged again after the words or a rule have changed.
"""

from members.abnormality.cloaking import Seen, cloaked
from members.abnormality.defacement import defaced
from members.abnormality.findings import Finding
from members.abnormality.injection import injected
from members.abnormality.keywords import Keywords
from members.abnormality.portraits import Portrait, portrait
from members.abnormality.redirects import redirected

__all__ = [
    "Finding",
    "Keywords",
    "Portrait",
    "Seen",
    "cloaked",
    "defaced",
    "injected",
    "portrait",
    "redirected",
]
