"""Every address of the portal with its name in the access table, read from the resolver."""

from django.urls import get_resolver
from django.urls.converters import (
    IntConverter,
    PathConverter,
    SlugConverter,
    StringConverter,
    UUIDConverter,
)
from django.urls.resolvers import RegexPattern, URLPattern
from django.utils.regex_helper import normalize

SAMPLES = {IntConverter: "1", SlugConverter: "a", StringConverter: "a", PathConverter: "1"}
SAMPLES[UUIDConverter] = "00000000-0000-4000-8000-000000000000"
# What stands for a named group of a pattern written as a regular expression.
GROUPS = {"app_label": "core", "path": "a", "uidb36": "a", "key": "a"}


def every_address(resolver=None, spaces=(), path="/"):
    """Yield (name, sample path) for every pattern."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = path + sample(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield ":".join([*spaces, pattern.name or pattern.lookup_str]), here
        else:
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from every_address(pattern, spaces + space, here)


def sample(pattern):
    if isinstance(pattern, RegexPattern):
        ((text, names),) = normalize(pattern.regex.pattern)[:1]
        return text % {name: GROUPS[name] for name in names}
    text = str(pattern)
    for name, converter in pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        value = next(value for known, value in SAMPLES.items() if isinstance(converter, known))
        kind = {"string": "str"}.get(kind, kind)
        text = text.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)
    assert "<" not in text, f"no sample for {pattern}"
    return text
