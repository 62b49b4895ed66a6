"""Guards of the plan of the house: what a reviewer would otherwise have to look for each time."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
APPS = ["cityweb", "licensing", "feedback", "members", "advertising"]
SOURCES = sorted(
    path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# The only module that may call text safe, because it cleans it first.
CLEANER = ROOT / "cityweb" / "core" / "html.py"


@cache
def trees():
    """Return every source file with its tree, read once for all guards."""
    return [(path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))) for path in SOURCES]


@cache
def nodes():
    return [(path, list(ast.walk(tree))) for path, tree in trees()]


@pytest.fixture(scope="module", autouse=True)
def _forget():
    yield
    trees.cache_clear()
    nodes.cache_clear()


def named(call):
    function = call.func
    return getattr(function, "attr", getattr(function, "id", ""))


@pytest.mark.django_db
def test_models_agree_with_migrations():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def is_action(path):
    return path.stem == "actions" or "actions" in path.parts


def writes_state(node):
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(
            isinstance(target, ast.Attribute) and target.attr == "state" for target in targets
        )
    if isinstance(node, ast.Call) and named(node) in {"update", "setattr"}:
        words = {keyword.arg for keyword in node.keywords}
        texts = {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
        return "state" in words or (named(node) == "setattr" and "state" in texts)
    return False


@pytest.mark.slow
def test_only_actions_move_a_state():
    elsewhere = [
        f"{path}:{node.lineno}"
        for path, found in nodes()
        if not is_action(path)
        for node in found
        if writes_state(node)
    ]
    assert not elsewhere


def test_text_is_called_safe_in_one_module_only():
    python = [
        f"{path}:{node.lineno}"
        for path, found in nodes()
        if ROOT / path != CLEANER
        for node in found
        if isinstance(node, ast.Call) and named(node) in {"mark_safe", "SafeString", "SafeText"}
    ]
    html = [
        str(path.relative_to(ROOT))
        for path in TEMPLATES
        if re.search(r"\|\s*safe(seq)?\b|autoescape\s+off", path.read_text("utf-8"))
    ]
    assert not python + html


INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["']
    |<script\b(?![^>]*\bsrc=)(?![^>]*type="application/(ld\+)?json")""",
    re.IGNORECASE | re.VERBOSE,
)


def test_templates_hold_no_inline_script_or_style():
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in TEMPLATES
        for match in INLINE.finditer(path.read_text("utf-8"))
    ]
    assert not found


@pytest.mark.parametrize(
    "text", ['<p style="x">', "<script>", '<a onclick="x()">', "<style>", "<script defer>"]
)
def test_the_guard_sees_inline_code(text):
    assert INLINE.search(text)


@pytest.mark.parametrize(
    "text", ['<script src="x.js" defer>', '<script type="application/ld+json">', "<p lang='vi'>"]
)
def test_the_guard_lets_pass_what_runs_nothing(text):
    assert not INLINE.search(text)


def test_no_file_is_longer_than_four_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): count
        for path in SOURCES
        if (count := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def functions():
    for path, found in nodes():
        for node in found:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def test_no_function_is_longer_than_forty_lines():
    long = {
        f"{path}:{node.name}": length
        for path, node in functions()
        if (length := node.end_lineno - node.lineno + 1) > 40
    }
    assert not long


def test_every_function_is_annotated():
    bare = [
        f"{path}:{node.lineno} {node.name}"
        for path, node in functions()
        if node.returns is None
        or any(
            arg.annotation is None
            for arg in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            if arg.arg not in {"self", "cls"}
        )
    ]
    assert not bare


def test_no_two_function_bodies_are_alike():
    of_a_kind = defaultdict(list)
    for path, node in functions():
        body = node.body[1:] if ast.get_docstring(node) else node.body
        kinds = tuple(type(one) for statement in body for one in ast.walk(statement))
        if len(kinds) >= 40:
            of_a_kind[kinds].append((f"{path}:{node.name}", body))
    alike = defaultdict(list)
    for group in of_a_kind.values():
        # Writing all of them out would take ten times as long.
        for name, body in group if len(group) > 1 else []:
            alike["".join(map(ast.dump, body))].append(name)
    assert not [names for names in alike.values() if len(names) > 1]


LOADED = re.compile(
    r"""<(?:script|link|img|source|iframe)\b[^>]*\b(?:src|href)=["'](?:https?:)?//"""
)


def test_pages_load_nothing_from_elsewhere():
    foreign = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in TEMPLATES
        for match in LOADED.finditer(path.read_text("utf-8"))
    ]
    assert not foreign


def test_the_guards_look_at_the_whole_house():
    assert len(SOURCES) > 100
    assert len(TEMPLATES) > 50
    assert CLEANER.exists()
