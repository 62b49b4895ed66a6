"""A real browser behind the one door: headless Chromium that reaches nothing on its own.

- It runs as an ordinary user in a fresh profile, with none of this machine's environment, in a
  network of its own where the kernel lets it do so: nothing is there but our proxy (`launching`).
- Every request passes `proxying`, which obeys the rules of `cityweb.core.fetch`: one spelling, the
  judged address, the same names for this machine, certificates that are believed. What it lets
  through it also keeps, byte for byte, as `Exchange` rows; what it stops it names.
- Time, memory and traffic are bounded from outside (`Bounds`): a page can be endless, mine coins or
  ask questions, and the visit still ends.

`open_browser` gives a `Browser`; `Browser.open_page` a `Page` with a profile of its own.
"""

from cityweb.core.browsing.browser import Browser, open_browser
from cityweb.core.browsing.exchanges import Exchange, Recording
from cityweb.core.browsing.options import DESKTOP, PHONE, Bounds, View
from cityweb.core.browsing.pages import Page
from cityweb.core.browsing.problems import BrowserGone, BrowserMissing

__all__ = [
    "DESKTOP",
    "PHONE",
    "Bounds",
    "Browser",
    "BrowserGone",
    "BrowserMissing",
    "Exchange",
    "Page",
    "Recording",
    "View",
    "open_browser",
]
