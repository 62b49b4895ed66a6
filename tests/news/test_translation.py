"""The English texts: complete, and the compiled file says what the readable one does."""

import re

import polib
import pytest
from django.conf import settings

FOLDER = settings.ROOT / "locale/en/LC_MESSAGES"
MARKED = re.compile(r"""\{%\s*translate\s+(?:"([^"]+)"|'([^']+)')\s*%\}""")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(FOLDER / "django.po"))


def test_every_text_is_translated(catalogue):
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_compiled_file_agrees_with_the_readable_one(language):
    folder = settings.ROOT / "locale" / language / "LC_MESSAGES"
    compiled, readable = (
        {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in entries}
        for entries in (
            polib.mofile(str(folder / "django.mo")),
            polib.pofile(str(folder / "django.po")),
        )
    )
    assert compiled == readable


def test_every_text_of_the_public_templates_is_in_the_catalogue(catalogue):
    known = {entry.msgid for entry in catalogue}
    folders = ("news", "parts", "errors")
    english = ("licences", "licence", "verify", "seals", "_known", "_said", "_judged")
    public = [settings.ROOT / f"templates/licensing/{name}.html" for name in english]
    templates = [settings.ROOT / "templates/base.html", *public]
    for folder in folders:
        templates += (settings.ROOT / "templates" / folder).glob("*.html")
    marked = {
        double or single
        for template in templates
        for double, single in MARKED.findall(template.read_text())
    }
    assert marked - known == set()


def test_placeholders_survive_translation(catalogue):
    for entry in catalogue:
        for text in (entry.msgstr, *entry.msgstr_plural.values()):
            if text:
                assert set(re.findall(r"%\(\w+\)s", text)) <= set(
                    re.findall(r"%\(\w+\)s", entry.msgid)
                )
