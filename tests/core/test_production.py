"""Production settings: clean under `check --deploy`, and no start without secrets."""

import os
import subprocess
import sys

import pytest

REQUIRED = {
    "SECRET_KEY": "cT7-vq2_Xb9" * 6,
    "AUDIT_SEAL_KEY": "Zr4+wn8=Lk1" * 6,
    "ALLOWED_HOSTS": "cityweb.example,ict-hcm.example",
    "DATABASE_URL": "postgresql://cityweb_app:x@db.example/cityweb",
    "REDIS_URL": "redis://broker.example/0",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "cityweb@cityweb.example",
}


def manage(*arguments, **environment):
    clean = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        env=clean | {"DJANGO_SETTINGS_MODULE": "cityweb.settings.production"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_check_deploy_is_clean():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **REQUIRED)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


SETTINGS = "import cityweb.settings.production"


def load(environment):
    """Import the settings alone: seconds less than a whole management command."""
    clean = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-c", SETTINGS],
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("name", REQUIRED)
def test_it_refuses_to_start_without(name):
    result = load({key: value for key, value in REQUIRED.items() if key != name})
    assert result.returncode != 0
    assert name in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("AUDIT_SEAL_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("DATABASE_URL", "sqlite:///x"),
        ("EMAIL_PORT", "nhiều"),
        ("DEMO_SECOND_FACTOR", "false"),
        ("DEBUG", "true"),
        ("SECURE_SSL_REDIRECT", "có"),
    ],
)
def test_it_refuses_to_start_with(name, value):
    result = load(REQUIRED | {name: value})
    assert result.returncode != 0
    last = result.stderr.splitlines()[-1]
    assert "ImproperlyConfigured" in last
    assert name in last
    assert "Traceback" not in last
