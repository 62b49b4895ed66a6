"""Production settings: clean under `check --deploy`, and no start without secrets."""

import base64
import json
import os
import subprocess
import sys

import pytest

REQUIRED = {
    "SECRET_KEY": "cT7-vq2_Xb9" * 6,
    "AUDIT_SEAL_KEY": "Zr4+wn8=Lk1" * 6,
    "FIELD_KEYS": "2026a:" + base64.b64encode(bytes(range(32))).decode(),
    "INDEX_KEY": "Pd3.mV6_Qs0" * 6,
    "ALLOWED_HOSTS": "cityweb.example,ict-hcm.example",
    "DATABASE_URL": "postgresql://cityweb_app:x@db.example/cityweb",
    "REDIS_URL": "redis://broker.example/0",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "cityweb@cityweb.example",
    "PORTAL_ORIGIN": "https://cityweb.example",
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


@pytest.mark.slow
def test_check_deploy_is_clean():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **REQUIRED)
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


WRONG = [
    *((name, None) for name in REQUIRED),
    ("SECRET_KEY", "short"),
    ("AUDIT_SEAL_KEY", "short"),
    ("FIELD_KEYS", "2026a:c2hvcnQ="),
    ("FIELD_KEYS", "khong-co-khoa"),
    ("FIELD_KEYS", f"{REQUIRED['FIELD_KEYS']},{REQUIRED['FIELD_KEYS']}"),
    ("INDEX_KEY", "short"),
    ("ALLOWED_HOSTS", "*"),
    ("DATABASE_URL", "sqlite:///x"),
    ("EMAIL_PORT", "nhiều"),
    ("DEMO_SECOND_FACTOR", "false"),
    ("DEBUG", "true"),
    ("FETCH_LOOPBACK_HOSTS", "thanhvien.test"),
    ("FETCH_PORTS", "80,nhiều"),
    ("FETCH_PORTS", "0"),
    ("SECURE_SSL_REDIRECT", "có"),
]
# Tries one environment after the other in a single interpreter and prints what each start says.
TRY_ALL = """
import importlib, json, os, sys
from django.core.exceptions import ImproperlyConfigured
said = []
for environment in json.load(sys.stdin):
    os.environ.clear()
    os.environ.update(environment)
    for name in ("base", "production"):
        sys.modules.pop(f"cityweb.settings.{name}", None)
    try:
        importlib.import_module("cityweb.settings.production")
        said.append("")
    except ImproperlyConfigured as problem:
        said.append(str(problem))
json.dump(said, sys.stdout)
"""


@pytest.fixture(scope="module")
def said():
    """What production settings say to each wrong environment, and to the right one last."""
    environments = [
        {key: new for key, new in (REQUIRED | {name: value}).items() if new is not None}
        for name, value in WRONG
    ]
    result = subprocess.run(
        [sys.executable, "-c", TRY_ALL],
        input=json.dumps([*environments, REQUIRED]),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(result.stdout)


@pytest.mark.parametrize("number", range(len(WRONG)), ids=[f"{n}={v}" for n, v in WRONG])
def test_it_refuses_to_start_with_one_sentence_that_names_the_variable(said, number):
    name, value = WRONG[number]
    assert name in said[number]
    assert value is None or len(said[number]) < 120


def test_it_starts_when_all_is_given(said):
    assert said[-1] == ""
