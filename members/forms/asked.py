"""Addresses that the watch is to ask: what it would never ask is refused where it is written."""

from typing import Any

from django import forms

from cityweb.core import fetch

_ADDRESSES = ("home_url", "feed_url", "sitemap_url", "url")


class AskedForm(forms.ModelForm):
    """Refuses new addresses of this machine, of inner networks and on ports that are not asked."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in _ADDRESSES:
            url = data.get(name) or ""
            # What is no address of the web at all, the field itself refuses.
            if not url.lower().startswith(("http://", "https://")) or name not in self.changed_data:
                continue
            if reason := fetch.why_refused(url):
                self.add_error(name, f"Không theo dõi được địa chỉ này: {reason}.")
        return data
