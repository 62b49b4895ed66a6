"""One machine, embedded engines, sample data. Never for the open internet."""

import os

from cityweb import engines
from cityweb.settings import database, env, ports
from cityweb.settings.base import *  # noqa: F403  the usual way to extend settings
from cityweb.settings.base import LOGGING, ROOT, VAR

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = "demo-only-key-that-production-settings-never-read-0123456789"
AUDIT_SEAL_KEY = "demo-only-seal-key-that-production-settings-never-read"
FIELD_KEYS = {"demo": b"demo-only-field-key-32-bytes-xxx"}
INDEX_KEY = "demo-only-index-key-that-production-settings-never-read"
# Commands beside a running demo see its sample sites where it plays them.
PORT_FILE = VAR / "demo-port"
_known = PORT_FILE.read_text().strip() if PORT_FILE.exists() else ""
PORT = env.number("PORT", int(_known) if _known.isdecimal() else 8000, low=1, high=65535)

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

# Sample member sites are played on this port and the next; on the third nobody is.
MEMBERS_SAMPLE_PORT = ports.of_samples(PORT)
MEMBERS_SAMPLE_FOLDER = VAR / "member-sites"
FETCH_PORTS = [80, 443, *range(MEMBERS_SAMPLE_PORT, MEMBERS_SAMPLE_PORT + 4)]
# Names that stand for this machine; nothing else on it is ever asked.
FETCH_LOOPBACK_HOSTS = env.names(
    "FETCH_LOOPBACK_HOSTS",
    [".website-mau.localhost", ".noi-khac.localhost", ".vuon-quang-cao.localhost"],
)
_authority = MEMBERS_SAMPLE_FOLDER / "ca.pem"
FETCH_CA_FILE = str(_authority) if _authority.exists() else ""
MEMBERS_CONTROL_URLS = [f"http://doi-chung.website-mau.localhost:{MEMBERS_SAMPLE_PORT}/"]
# A visitor of the demo does not wait half an hour for a wall to come to life.
MEMBERS_FIRST_LOOK_SECONDS = 0
MEMBERS_RETRY_SECONDS = 10
MEMBERS_GAP_SECONDS = 0.5
MEMBERS_DEEP_HOURS = 0.05
# Without Chromium the screens say so.
MEMBERS_PICTURES = env.flag("MEMBERS_PICTURES", default=True)
# Sample pages with advertisements are played on the port after those.
AD_ZOO_PORT = MEMBERS_SAMPLE_PORT + 3
CAPTURES_STORED_IN = ROOT / "advertising" / "demo" / "captures"
# Processes beside web, worker and beat: their names, and what Python runs.
DEMO_CHILDREN = {
    "member-sites": [str(ROOT / "manage.py"), "play_member_sites"],
    "ad-zoo": ["-m", "advertising.demo.zoo", str(AD_ZOO_PORT)],
}

# The addresses on the terminal would be gone in a second behind what runs every ten of them.
LOGGING["loggers"]["celery.app.trace"] = {"level": "WARNING"}

PAPER_DEMO_AUTHORITY = True

# Drills that kill workers shorten it.
OUTBOX_LEASE_SECONDS = env.number("OUTBOX_LEASE_SECONDS", 150, low=5)

# Sample people sign in with a password alone, so that a visitor can try every desk.
STAFF_SECOND_FACTOR_REQUIRED = env.flag("DEMO_SECOND_FACTOR", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Commands that fill an empty installation: those of one line follow each other, the lines run side
# by side.
DEMO_LOADERS = [
    ["load_demo"],
    [
        "load_feedback_demo",
        "load_licensing_demo",
        "load_members_demo",
        "load_advertising_demo",
    ],
]
# Printed by `make demo` beside their addresses.
DEMO_PASSWORD = "cityweb-demo-2026"
