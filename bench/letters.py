"""Writes letters for a measurement: whole bodies of forms, each with a ticket of its own."""

import os
import sys
from pathlib import Path

import django

BOUNDARY = "----thu"
LETTER = {
    "category": "giao-thong",
    "subject": "Nắp cống vỡ trước số 12",
    "body": "Nắp cống giữa hẻm vỡ một nửa từ hai tuần nay, xe máy dễ sụp bánh. " * 6,
    "area": "",
    "unit": "",
    "place": "12 Lê Lợi",
    "sender_kind": "person",
    "sender_name": "Nguyễn Văn Đo",
    "sender_phone": "0901234567",
    "sender_email": "",
    "sender_address": "",
    "homepage": "",
}


def part(name: str, value: str) -> str:
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'


def main(count: int, path: Path) -> None:
    """Write `count` bodies to `path`, ended by zero bytes."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.intake_settings"
    django.setup()
    # After setup: it needs the settings whose key signs the tickets.
    from feedback.forms import tickets  # noqa: PLC0415

    constant = "".join(part(name, value) for name, value in LETTER.items())
    with path.open("w", encoding="utf-8", newline="") as out:
        for _ in range(count):
            out.write(f"{part('ticket', tickets.issue().text)}{constant}--{BOUNDARY}--\r\n\0")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
