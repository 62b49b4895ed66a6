"""What can go wrong with the browser itself; what goes wrong with a page is noted, not raised."""


class BrowserMissing(Exception):
    """There is no Chromium here, or it may not be started; one Vietnamese sentence says more."""


class BrowserGone(Exception):
    """Chromium ended, or was ended because it took too much; one Vietnamese sentence says why."""


class PageSilent(Exception):
    """A page did not answer in time, most often because its own script never ends."""
