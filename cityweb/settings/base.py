"""What is true everywhere. `demo`, `test` and `production` hold only what must differ."""

from pathlib import Path
from typing import Any

import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from whitenoise.compress import Compressor

from cityweb.settings import env
from cityweb.settings.papers import *  # noqa: F403  what papers are set and signed with
from cityweb.settings.schedule import *  # noqa: F403  what happens by itself, and when
from cityweb.settings.watch import *  # noqa: F403  how member sites are watched
from cityweb.settings.writing import *  # noqa: F403  the editors' tools fill a file of their own

ROOT = Path(__file__).resolve().parents[2]
VAR = env.folder("CITYWEB_VAR", ROOT / "var")

INSTALLED_APPS = [
    "cityweb.core.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_ckeditor_5",
    # The templates of form fields, so that our own may stand in for them.
    "django.forms",
    "cityweb.core",
    "cityweb.news",
    "feedback",
    "licensing",
    "members",
    "advertising",
]

MIDDLEWARE = [
    "cityweb.core.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cityweb.core.middleware.ContentPolicyMiddleware",
    "cityweb.core.middleware.LanguageFromPathMiddleware",
    "cityweb.news.middleware.SiteMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before CSRF, so that a method that no page takes is 405 whoever asks.
    "cityweb.core.access.AccessMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cityweb.core.middleware.HistoryContextMiddleware",
    "cityweb.core.middleware.RefusedMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cityweb.urls"
WSGI_APPLICATION = "cityweb.wsgi.application"
ACCESS_TABLE = "cityweb.access_table.TABLE"
ROLE_PERMISSIONS = "cityweb.permission_table.PERMISSIONS"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "cityweb.core.form_renderer.PortalRenderer"

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "cityweb.core.access.RoleBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", "English")]
# The second speaks Vietnamese for libraries that do not.
LOCALE_PATHS = [ROOT / "locale", ROOT / "cityweb" / "core" / "locale"]
FORMAT_MODULE_PATH = ["cityweb.core.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "cityweb.core.static_files.StaticFiles"},
    # What people send in: no web server may serve this folder; `files:download` alone reads it.
    "private": {
        "BACKEND": "cityweb.core.attachments.store.DurableStorage",
        "OPTIONS": {"location": VAR / "private"},
    },
}
# The editor's source map alone would take a minute to compress, and plain names nobody asks for.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Who may read a file, by the model it belongs to: "app.model" to "module.function", which is given
# the request and the attachment. A model without a line keeps its files to itself.
ATTACHMENT_POLICIES: dict[str, str] = {
    "feedback.submission": "feedback.file_policies.may_read_submission",
    "feedback.message": "feedback.file_policies.may_read_message",
    "feedback.hop": "feedback.file_policies.may_read_hop",
    "feedback.publication": "feedback.file_policies.may_read_publication",
    "licensing.dossier": "licensing.file_policies.may_read_dossier",
    "licensing.finding": "licensing.file_policies.may_read_evidence",
    "licensing.inquiry": "licensing.file_policies.may_read_explanation",
    "licensing.annualreport": "licensing.file_policies.may_read_report",
    "advertising.explanation": "advertising.file_policies.may_read_explanation",
}
# The words for the clocks of an app, by its label; the names of all others are words already.
CLOCK_NAMES: dict[str, str] = {
    "feedback": "feedback.states.ClockName",
    "licensing": "licensing.models.ClockName",
}
# What a clock runs for, in the words of its app: a function of the row; of all others `str`.
CLOCK_SUBJECTS: dict[str, str] = {"feedback": "feedback.deadlines.subject_words"}
# What was sent and never claimed is erased after so long.
ATTACHMENT_DRAFT_HOURS = 24
# Where nginx finds the private folder ("/_private/", an internal location); empty: Django sends it.
PRIVATE_FILES_ACCEL = ""
# clamd, as "/run/clamav/clamd.ctl" or "host:3310"; empty: nothing is scanned.
CLAMAV_ADDRESS = ""
CLAMAV_SECONDS = 20
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

# Redis may be gone at any time: nothing that a page needs lives there.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "media-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

# Sitemaps of other apps that the index names.
MORE_SITEMAPS = ["/gop-y/hoi-dap/sitemap.xml"]

# Machines that the office puts up for citizens (a one-stop hall, a library), as networks: letters
# from there are never counted or challenged.
UNCOUNTED_NETWORKS = env.names("UNCOUNTED_NETWORKS", [])

# Where the portal may ask other sites, and how it names itself: without "http://", which some
# firewalls take for an attack.
FETCH_PORTS = env.ports("FETCH_PORTS", [80, 443])
FETCH_USER_AGENT = env.text(
    "FETCH_USER_AGENT", "Mozilla/5.0 (compatible; CityWebMonitor/1.0; hochiminhcity.gov.vn)"
)
# Name servers asked in place of the machine's own, and authorities trusted beside the browsers'.
FETCH_NAMESERVERS = env.names("FETCH_NAMESERVERS", [])
FETCH_CA_FILE = env.text("FETCH_CA_FILE", "-").strip("-")
# Chromium, for captures of pages: its path, or empty to look in the usual places; and whether it
# may run only where the kernel gives it a network of its own.
BROWSER_EXECUTABLE = env.text("BROWSER_EXECUTABLE", "-").strip("-")
BROWSER_OWN_NETWORK_REQUIRED = env.flag("BROWSER_OWN_NETWORK_REQUIRED", default=False)
# Whether the sample data asks for captures of the zoo; a minute or two of a browser after a start.
AD_SAMPLE_CAPTURES = env.flag("AD_SAMPLE_CAPTURES", default=True)
# Lists of the operator's own, in the format of EasyList, beside those that are shipped.
AD_FILTER_FOLDER = env.folder("AD_FILTER_FOLDER", VAR / "ad-filters")
# Names that stand for this machine, for the demo and tests alone: a name, or ".suffix".
FETCH_LOOPBACK_HOSTS: list[str] = []

# Where the ledger of erasures is written each hour. It must outlive the database: a backup that is
# restored brings erased people back, until this file erases them again.
ERASURE_LEDGER = env.folder("ERASURE_LEDGER_DIR", VAR / "erasures") / "so-xoa.jsonl"

# The keys that sign papers: `cityweb.core.papers.keys` says how they lie there.
PAPER_KEYS = env.folder("PAPER_KEYS", VAR / "papers" / "keys")

# Rows that the audit trail and the outbox's desk keep from some readers, by model: a function of
# the reader.
AUDIT_HIDERS = {
    "feedback.submission": "feedback.audit_hiding.submissions_hidden_from",
    "feedback.letter": "feedback.audit_hiding.letters_hidden_from",
}

# What replies may cite, by model: a module with `standing(key)`, which says how the thing stands
# today, and `find(words, most=…)`.
CITABLE: dict[str, str] = {
    "core.legalrule": "cityweb.core.law.citing",
    "news.article": "cityweb.news.citing",
    "feedback.publication": "feedback.reports.citable",
    "licensing.licence": "licensing.citing",
}

# How the site writes its own address: https://<host><port>.
PUBLIC_SCHEME = "https"
PUBLIC_PORT = ""

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/nghiep-vu/"
# Where those who have no desk begin, by role.
LANDING_PAGES = {"agency_contact": "agency:cases", "applicant": "filing:mine"}
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "cityweb.core.signin.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[CityWeb] "
# Failures are counted by axes, in the database; these only slow down a flood on one process.
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip"}
# How many proxies of ours stand in front and add to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 0
MFA_ADAPTER = "cityweb.core.signin.FactorAdapter"
MFA_FORMS = {
    "authenticate": "cityweb.core.signin.CodeForm",
    "reauthenticate": "cityweb.core.signin.CodeAgainForm",
    "add_webauthn": "cityweb.core.signin.AddKeyForm",
    "edit_webauthn": "cityweb.core.signin.EditKeyForm",
}
# Administrators vouch for the addresses of the accounts they make.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Phones' clocks are a little off.
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Hochiminh CityWeb"
# Staff without a second factor are sent to set one up; only the demo may set this to False.
STAFF_SECOND_FACTOR_REQUIRED = True

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "cityweb.core.signin.login_name"
AXES_CLIENT_IP_CALLABLE = "cityweb.core.signin.client_ip"
AXES_LOCKOUT_CALLABLE = "cityweb.core.signin.locked_out"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
# A column that is added to a tracked table later is empty in older versions, never filled in:
# filling it in would change rows whose digests are sealed.
PGHISTORY_FIELD = pghistory.Field(null=True)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(null=False)
PGHISTORY_EXCLUDE_FIELD_KWARGS = {
    "django.db.models.Field": ["default", "db_default", "auto_now", "auto_now_add"]
}
PGHISTORY_BASE_MODEL = "cityweb.core.models.history.Event"
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)

CELERY_TIMEZONE = TIME_ZONE
# The tests run tasks where they are called.
CELERY_TASK_ALWAYS_EAGER = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 1800}
CLOCK_QUEUE = "clock"
# Captures of pages have a queue of their own: each takes minutes, and a machine with Chromium.
CAPTURE_QUEUE = "capture"
# Where captures made before lie, for machines without a browser; empty: there are none.
CAPTURES_STORED_IN = ""
CAPTURES_AT_ONCE = env.number("CAPTURES_AT_ONCE", 1, low=1)
CELERY_BEAT_SCHEDULER = "cityweb.core.beat.HeartbeatScheduler"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "celerybeat-schedule")

# A worker that says nothing for so long is dead: its item goes to another.
OUTBOX_LEASE_SECONDS = 150
# Who carries out each kind of outbox item. Handlers are safe to call twice.
OUTBOX_HANDLERS = {
    "mail": "cityweb.core.outbox.sending.send",
    "core.recount": "cityweb.core.clocks.recounting.go_on",
    "licensing.claims": "licensing.actions.claiming.look_from_outbox",
    "feedback.begin": "feedback.actions.intake.begin_from_outbox",
    "feedback.compare": "feedback.actions.likeness.compare_from_outbox",
}

# What was sent is blanked after so long; rows, times and failures stay.
OUTBOX_KEEP_DAYS = 90
# A mail says when it was sent by the clocks of the city.
EMAIL_USE_LOCALTIME = True
# Where answers to our mails go: gopy+<token>@domain. Empty: mails carry no address to answer to.
MAIL_IN_ADDRESS = ""
# The mailbox they arrive in: maildir:///folder or imaps://user:password@host/INBOX. Empty: none.
MAIL_IN = ""
# The function that takes in one mail: given its bytes and its `RawMail`, in a transaction.
MAIL_IN_HANDLER = "feedback.actions.letters.receive_letter"
# How our own mail server names itself in Authentication-Results. Empty: nobody vouches for senders.
MAIL_IN_AUTHSERV = ""

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "cityweb.core.logs.JsonFormatter"}},
    "filters": {"no probes": {"()": "cityweb.core.logs.NoProbes"}},
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "line",
        },
    },
    "root": {"handlers": ["out"], "level": env.text("LOG_LEVEL", "INFO")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        # Refused requests name addresses, and addresses may name people.
        "django.request": {"level": "ERROR", "filters": ["no probes"]},
        # Scanners ask for hosts of their own all day; each is answered with 400.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "axes": {"level": "WARNING"},
        # That a task was sent and received is said again when it is done.
        "celery.beat": {"level": "WARNING"},
        "celery.worker.strategy": {"level": "WARNING"},
    },
}
