"""Checks a running portal with programs that nobody here wrote: Nu, Lighthouse, linkinator.

`python -m bench pages --base http://localhost:8000 [--only html lighthouse links]`, beside a
running `make demo`. Needs node, java and Chromium; the tools are installed once below CITYWEB_VAR.
Ends with code 1 when a page is not valid, a score is below 95, or a link leads nowhere.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from lxml import html

from cityweb.engines import var_dir

TOOLS = Path(__file__).with_name("page_tools")
LEAST_SCORE = 95
# A kind of page is its own address, or the first link on the home page that looks like this.
FIXED = {
    "home": "/",
    "home-en": "/en/",
    "search": "/tim-kiem/?q=thanh+pho",
    "search-empty": "/tim-kiem/?q=zzqxw",
    "site-map": "/so-do-cong/",
    "sign-in": "/tai-khoan/dang-nhap/",
    "404": "/khong-co-trang-nay/",
}
LINKED = {
    "column": r"^/chuyen-muc/[\w-]+/$",
    "article": r"^/bai-viet/[\w-]+/$",
    "campaign": r"^/chuyen-de/[\w-]+/$",
    "static-page": r"^/trang/[\w/-]+/$",
}
SCORED = ("home", "article")


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="bench pages", description=__doc__)
    parser.add_argument("--base", default="http://localhost:8000")
    parser.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS))
    asked = parser.parse_args(arguments)
    home = var_dir() / "page-tools"
    install(home)
    pages = find_pages(asked.base)
    results = [CHECKS[name](asked.base, pages, home) for name in asked.only]
    if not all(results):
        sys.exit(1)


def install(home: Path) -> None:
    """Put the pinned tools into `home` unless they stand there."""
    home.mkdir(parents=True, exist_ok=True)
    wanted = (TOOLS / "package.json").read_text()
    manifest = home / "package.json"
    if manifest.exists() and manifest.read_text() == wanted and (home / "installed").exists():
        return
    manifest.write_text(wanted)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=home, check=True)
    (home / "installed").touch()


def fetch(address: str) -> bytes:
    """Return the body, whatever the status: error pages are pages too."""
    try:
        with urllib.request.urlopen(address, timeout=20) as response:
            return response.read()
    except urllib.error.HTTPError as refusal:
        return refusal.read()


def find_pages(base: str) -> dict[str, str]:
    """Return one address for each kind of page the running portal has."""
    links = html.fromstring(fetch(base)).xpath("//a/@href")
    found = {
        kind: next((link for link in links if re.match(pattern, link)), None)
        for kind, pattern in LINKED.items()
    }
    missing = [kind for kind, path in found.items() if path is None]
    if missing:
        print(f"Trang chủ không dẫn tới: {', '.join(missing)}.")
    return {kind: base + path for kind, path in {**FIXED, **found}.items() if path}


def check_html(base: str, pages: dict[str, str], home: Path) -> bool:
    """Give every kind of page to the Nu checker; print what it finds."""
    folder = home / "html"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for kind, address in pages.items():
        (folder / f"{kind}.html").write_bytes(fetch(address))
    jar = home / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    errors = [message for message in messages if message["type"] == "error"]
    for message in messages:
        page = Path(message["url"]).stem
        extract = " ".join(message.get("extract", "").split())
        print(f"  {message['type']:8}{page}:{message.get('lastLine', 0)} {message['message']}")
        print(f"          {extract}")
    print(f"HTML (Nu): {len(pages)} loại trang, {len(errors)} lỗi.")
    return not errors


def check_lighthouse(base: str, pages: dict[str, str], home: Path) -> bool:
    """Score the home page and an article as a phone sees them."""
    chrome = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    is_good = True
    for kind in SCORED:
        report = home / f"lighthouse-{kind}.json"
        command = [home / "node_modules" / ".bin" / "lighthouse", pages[kind], "--quiet"]
        flags = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"
        subprocess.run(
            [*command, flags, "--output=json", f"--output-path={report}"],
            env={**os.environ, "CHROME_PATH": chrome or ""}, check=True,
        )  # fmt: skip
        facts = json.loads(report.read_text())
        scores = {
            name: round(100 * (category["score"] or 0))
            for name, category in facts["categories"].items()
        }
        print(f"Lighthouse, {kind}: " + ", ".join(f"{name} {n}" for name, n in scores.items()))
        print_lost_points(facts)
        is_good = is_good and min(scores.values()) >= LEAST_SCORE
    return is_good


def print_lost_points(facts: dict[str, dict[str, dict[str, str | float | None]]]) -> None:
    for audit in facts["audits"].values():
        score = audit.get("score")
        if isinstance(score, (int, float)) and score < LEAST_SCORE / 100:
            print(f"  {score:.2f} {audit['id']}: {audit['title']} {audit.get('displayValue', '')}")


def check_links(base: str, pages: dict[str, str], home: Path) -> bool:
    """Follow every link within the portal from the home page on."""
    command = [home / "node_modules" / ".bin" / "linkinator", base, "--recurse"]
    outside = rf"^(?!{re.escape(base)})"
    done = subprocess.run(
        [*command, "--format", "json", "--concurrency", "4", "--skip", outside],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    links = json.loads(done.stdout)["links"]
    broken = [link for link in links if link["state"] == "BROKEN"]
    for link in broken:
        print(f"  {link['status']} {link['url']} ← {link.get('parent', '')}")
    print(f"Liên kết (linkinator): {len(links)} liên kết, {len(broken)} hỏng.")
    return not broken


CHECKS = {"html": check_html, "lighthouse": check_lighthouse, "links": check_links}


if __name__ == "__main__":
    main(sys.argv[1:])
