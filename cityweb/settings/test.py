"""The test suite: its own engines, no waiting for disks, no network, mail in memory."""

import os

from cityweb import engines
from cityweb.settings import database
from cityweb.settings.base import *  # noqa: F403  the usual way to extend settings
from cityweb.settings.base import VAR

# Workers that run tests side by side must not find each other's files.
_FILES = VAR / "test" / os.environ.get("PYTEST_XDIST_WORKER", "alone")

DEBUG = False
SECRET_KEY = "test-only-key-0123456789-0123456789-0123456789-0123456789"
AUDIT_SEAL_KEY = "test-only-seal-key"
FIELD_KEYS = {"test": b"test-only-field-key-32-bytes-xxx"}
INDEX_KEY = "test-only-index-key"
ALLOWED_HOSTS = ["*"]
DATABASES = {
    "default": database.from_url(
        os.environ.get("DATABASE_URL") or engines.database_url(profile="test")
    )
}
CELERY_BROKER_URL = os.environ.get("REDIS_URL") or engines.redis_url(profile="test")
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True

PUBLIC_SCHEME = "http"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PORTAL_ORIGIN = "http://testserver"
DEFAULT_FROM_EMAIL = "Hochiminh CityWeb <cityweb@cityweb.example>"
MAIL_IN_ADDRESS = "gopy@cityweb.example"
PAPER_DEMO_AUTHORITY = True
PAPER_KEYS = VAR / "test" / "keys"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {
        "BACKEND": "cityweb.core.attachments.store.DurableStorage",
        "OPTIONS": {"location": _FILES / "private"},
    },
}
MEDIA_ROOT = _FILES / "media"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Tests sign in with a password alone; those about the second factor ask for it.
STAFF_SECOND_FACTOR_REQUIRED = False
