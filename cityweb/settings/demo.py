"""One machine, embedded engines, sample data. Never for the open internet."""

import os

from cityweb import engines
from cityweb.settings import database, env
from cityweb.settings.base import *  # noqa: F403  the usual way to extend settings
from cityweb.settings.base import VAR

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = "demo-only-key-that-production-settings-never-read-0123456789"
AUDIT_SEAL_KEY = "demo-only-seal-key-that-production-settings-never-read"
FIELD_KEYS = {"demo": b"demo-only-field-key-32-bytes-xxx"}
INDEX_KEY = "demo-only-index-key-that-production-settings-never-read"
PORT = env.number("PORT", 8000, low=1, high=65535)

ALLOWED_HOSTS = ["localhost", "ict-hcm.localhost", "127.0.0.1", "[::1]", ".localhost"]
DATABASES = {"default": database.from_url(os.environ.get("DATABASE_URL") or engines.database_url())}
CELERY_BROKER_URL = os.environ.get("REDIS_URL") or engines.redis_url()

PUBLIC_SCHEME = "http"
PUBLIC_PORT = f":{PORT}"
# Where links in mails lead.
PORTAL_ORIGIN = f"http://localhost:{PORT}"
EMAIL_BACKEND = "cityweb.core.outbox.filing.MailFiler"
EMAIL_FILE_PATH = VAR / "mail"
DEFAULT_FROM_EMAIL = "Hochiminh CityWeb <cityweb@demo.cityweb.example>"
MAIL_IN_ADDRESS = "gopy@demo.cityweb.example"

# Sites played on this machine; empty, nothing on it is ever asked.
FETCH_LOOPBACK_HOSTS = env.names("FETCH_LOOPBACK_HOSTS", [])

PAPER_DEMO_AUTHORITY = True

# Drills that kill workers shorten it.
OUTBOX_LEASE_SECONDS = env.number("OUTBOX_LEASE_SECONDS", 150, low=5)

# Sample people sign in with a password alone, so that a visitor can try every desk.
STAFF_SECOND_FACTOR_REQUIRED = env.flag("DEMO_SECOND_FACTOR", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Commands that fill an empty installation, in this order.
DEMO_LOADERS = ["load_demo", "load_feedback_demo"]
# Printed by `make demo` beside their addresses.
DEMO_PASSWORD = "cityweb-demo-2026"
