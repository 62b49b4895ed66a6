"""`manage.py check_url [--] URL…`: ask each address as the watch does, one line of JSON each."""

import asyncio
import json
import re
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cityweb.core.fetch import Fetched, Fetcher, TlsFacts

AT_ONCE = 20
# Bytes of an argument that are no text come in as these, which no JSON may hold.
_NO_TEXT = re.compile("[\ud800-\udfff]")


class Command(BaseCommand):
    help = (
        "Hỏi từng địa chỉ như máy theo dõi hỏi; mỗi địa chỉ một dòng JSON, đúng thứ tự. "
        "Địa chỉ bắt đầu bằng dấu - viết sau --."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("urls", nargs="+", metavar="URL")

    def handle(self, *args: Any, **options: Any) -> None:
        asyncio.run(self._check(options["urls"]))

    async def _check(self, urls: list[str]) -> None:
        async with Fetcher(at_once=AT_ONCE) as fetcher:

            async def verdict(url: str) -> dict[str, Any]:
                return _verdict(await fetcher.fetch(url, page=False))

            for waiting in [asyncio.create_task(verdict(url)) for url in urls]:
                self._print(await waiting)

    def _print(self, verdict: dict[str, Any]) -> None:
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        self.stdout.write(json.dumps(verdict, ensure_ascii=not encoding.lower().startswith("utf")))
        self.stdout.flush()


def _verdict(fetched: Fetched) -> dict[str, Any]:
    failure = fetched.failure
    return {
        "url": _NO_TEXT.sub("\ufffd", fetched.url),
        "ok": fetched.is_ok,
        "status": fetched.status,
        "reason": fetched.reason,
        "failure": failure.value if failure else None,
        "concern": failure.concern.value if failure else None,
        "fix": failure.fix if failure else "",
        "final_url": fetched.final_url,
        "address": fetched.address,
        "redirects": [
            {"url": hop.url, "status": hop.status, "address": hop.address}
            for hop in fetched.hops[:-1]
        ],
        "bytes": len(fetched.body),
        "elapsed_ms": fetched.elapsed_ms,
        "tls": _tls(fetched.tls) if fetched.tls else None,
    }


def _tls(facts: TlsFacts) -> dict[str, Any]:
    return {
        "protocol": facts.protocol,
        "subject": facts.subject,
        "issuer": facts.issuer,
        "names": list(facts.names),
        "not_after": facts.not_after.isoformat() if facts.not_after else None,
        "problem": facts.problem.value if facts.problem else None,
    }
