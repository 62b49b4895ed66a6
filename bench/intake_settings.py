"""The demo's settings behind one proxy: letters of a measurement come from many networks."""

from cityweb.settings.demo import *  # noqa: F403  the shipped settings are what is measured

ALLAUTH_TRUSTED_PROXY_COUNT = 1
ROOT_URLCONF = "bench.intake_urls"
ACCESS_TABLE = "bench.intake_urls.TABLE"
