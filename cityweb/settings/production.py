"""A real installation: every secret and address comes from the environment, or the start fails."""

from django.core.exceptions import ImproperlyConfigured

from cityweb.settings import database, env, storage
from cityweb.settings.base import *  # noqa: F403  the usual way to extend settings

DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
AUDIT_SEAL_KEY = env.secret("AUDIT_SEAL_KEY")
FIELD_KEYS = env.keys("FIELD_KEYS")
INDEX_KEY = env.secret("INDEX_KEY")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", [])
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS phải nêu đích danh các tên miền của cổng.")
for _demo_only in ("DEMO_SECOND_FACTOR", "DEBUG", "FETCH_LOOPBACK_HOSTS"):
    if env.text(_demo_only, "-") != "-":
        raise ImproperlyConfigured(f"{_demo_only} chỉ dùng cho bản trình diễn, hãy bỏ biến này.")

DATABASES = {"default": database.from_url(env.text("DATABASE_URL"))}
CELERY_BROKER_URL = env.text("REDIS_URL")
MEDIA_ROOT = env.folder("MEDIA_ROOT", MEDIA_ROOT)  # noqa: F405
STATIC_ROOT = env.folder("STATIC_ROOT", STATIC_ROOT)  # noqa: F405
STORAGES = STORAGES | {"private": storage.private_files(VAR / "private")}  # noqa: F405
PRIVATE_FILES_ACCEL = env.text("PRIVATE_FILES_ACCEL", "-").strip("-")
CLAMAV_ADDRESS = env.text("CLAMAV_ADDRESS", "-").strip("-")
CLAMAV_SECONDS = env.number("CLAMAV_SECONDS", 20, low=1, high=120)

EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 587, low=1, high=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "-").strip("-")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "-").strip("-")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
# A conversation of a dozen steps must end before another worker takes over (OUTBOX_LEASE_SECONDS).
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Where links in mails lead, such as https://hochiminhcity.gov.vn.
PORTAL_ORIGIN = env.text("PORTAL_ORIGIN").rstrip("/")
MAIL_IN_ADDRESS = env.text("MAIL_IN_ADDRESS", "-").strip("-")
MAIL_IN = env.text("MAIL_IN", "-").strip("-")
MAIL_IN_AUTHSERV = env.text("MAIL_IN_AUTHSERV", "-").strip("-")

SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 1, high=10)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
