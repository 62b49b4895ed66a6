"""How fast the public register of licences answers at a million licences.

`python -m bench licences [--count N] [--rounds N]`. The rows are made by SQL in a database of their
own, used again by later runs; names are put together from some dozen syllables, so that most words
stand in thousands of rows and some pairs in hundreds of thousands. Each question is a page of the
register as a reader gets it, through the whole stack but the network.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import psycopg

from bench import cpu, database
from bench.database import Step
from bench.figures import Figures, Table

if TYPE_CHECKING:
    from django.test import Client

COUNT, MOST_MS = 1_000_000, 100
PATH = "/giay-phep/"
# One to a line would be a page of its own.
SYLLABLES = (  # noqa: SIM905
    "an ba binh cao chau dai dinh dong duc gia ha hai hoa hong hung kim lam linh long mai minh my"
    " nam ngoc nguyen nha phat phong phu quang sao son tam tan thanh thien tin tri viet xuan"
).split()
# The last migration that changed what is asked; tables filled before it are filled anew.
SCHEMA = "licensing 0026"
TABLES = ("licensing_licence", "licensing_licenceversion")
ROWS = """
INSERT INTO core_user (email, full_name, position, password, is_active, date_joined)
VALUES ('bench@bench.example', 'Bench', '', '!', true, now());
INSERT INTO core_organisation (name, short_name, kind)
SELECT 'Sở ' || n, '', 'department' FROM generate_series(1, 3) n;
INSERT INTO licensing_licence (
    id, number, number_key, slug, issuer_id, holder_id, issued_on, state, changes_on, words
)
SELECT n, n || '/GP-S', n || '/gp-s', n || '-gp-s', body.ids[1 + mod(n, 3)], body.ids[1],
       date '2005-01-01' + (n::bigint * 7900 / {count})::int,
       CASE WHEN n < {count} * 0.6 THEN 'expired' WHEN mod(n, 40) = 0 THEN 'revoked'
            WHEN mod(n, 500) = 1 THEN 'suspended' ELSE 'valid' END, NULL,
       concat_ws(' ', n, 'gp s cong ty', said.kind, said.name, said.topic, said.name,
                 'trang' || n, 'vn', said.person,
                 CASE WHEN n < {count} * 0.6 THEN 'cu' END)
FROM generate_series(1, {count}) n
CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM core_organisation
            WHERE kind = 'department') body
CROSS JOIN LATERAL (
    SELECT kinds[1 + floor(power(random(), 2) * 5 + n * 0)::int] AS kind,
           topics[1 + floor(random() * 4 + n * 0)::int] AS topic,
           words[1 + floor(random() * 40 + n * 0)::int] || ' '
               || words[1 + floor(random() * 40 + n * 0)::int] AS name,
           words[1 + floor(power(random(), 2) * 40 + n * 0)::int] || ' '
               || words[1 + floor(random() * 40 + n * 0)::int] AS person
    FROM (SELECT %(words)s::text[] AS words,
                 ARRAY['co phan truyen thong', 'tnhh thuong mai va dich vu', 'co phan cong nghe',
                       'tnhh mot thanh vien', 'trung tam dao tao'] AS kinds,
                 ARRAY['nhip song', 'kinh te', 'cong nghe', 'hoc duong'] AS topics) lists
) said;
INSERT INTO licensing_licenceversion (
    licence_id, ordinal, event, decision_number, decided_on, reason, effective_from, valid_to,
    holder_name, address, site_name, domains, sections, sources, servers, manager, recorded_at,
    recorded_by_id
)
SELECT id, 1, 'issued', number, issued_on, '', issued_on, issued_on + 3650, 'Công ty ' || id, '',
       'Trang ' || id, ARRAY['trang' || id || '.vn'], '{{}}', '{{}}', '', 'Người Mẫu', now(),
       (SELECT min(id) FROM core_user)
FROM licensing_licence;
UPDATE licensing_licence SET current_id = version.id
FROM licensing_licenceversion version WHERE version.licence_id = licensing_licence.id;
"""


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--rounds", type=int, default=40, help="times each question is asked")
    asked = parser.parse_args(options)
    name = f"licences_{asked.count}"
    with database.running(name) as url:
        if not database.is_filled(url, SCHEMA):
            fill(url, asked.count)
    with database.running(name) as url:
        database.cool(url)
        measure(asked.count, asked.rounds)


def fill(url: str, count: int) -> None:
    """Make the database anew, step by step, saying how long each took."""
    database.make_anew(database.name_of(url))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        with database.without_indexes(connection, TABLES):
            database.carry_out(connection, filling(count))
        database.finish(connection, SCHEMA)


def filling(count: int) -> Iterator[Step]:
    for statement in ROWS.format(count=count).split(";\n"):
        if statement.strip():
            values = {"words": SYLLABLES} if "%(words)s" in statement else ()
            yield statement.split("(")[0].strip(), statement, values


def measure(count: int, rounds: int) -> None:
    """Ask everything once from the disk, then many times, as of a server that has run a while."""
    client = database.ready_client()
    print("Đĩa nguội: mỗi câu hỏi một lần, lần đầu")
    cold = Table(MOST_MS)
    cold.rows(questions(count), lambda asked: ask(client, asked, len(asked)))
    cold.end()
    print(f"Đĩa ấm: sau lượt trên, {rounds} lần mỗi dòng")
    warm = Table(MOST_MS)
    warm.rows(questions(count), lambda asked: ask(client, asked, rounds))
    warm.end()


def questions(count: int) -> Iterator[tuple[str, Sequence[dict[str, object]]]]:
    """Yield what readers ask for, by name; several are asked in turn."""
    pairs = [f"{one} {two}" for one, two in zip(SYLLABLES, SYLLABLES[7:], strict=False)]
    yield "mới nhất", [{}]
    for state in ("valid", "expired", "suspended", "revoked"):
        yield f"tình trạng: {state}", [{"tinh_trang": state}]
    yield "một năm", [{"nam": year} for year in (2006, 2015, 2025)]
    yield "số giấy phép", [{"q": f"{n}/GP-S"} for n in range(count // 9, count, count // 9)]
    yield "tên miền", [{"q": f"trang{n}.vn"} for n in range(count // 9, count, count // 9)]
    yield "từ trong mọi dòng", [{"q": "công ty"}]
    yield "từ thường gặp", [{"q": "truyền thông"}, {"q": "công nghệ"}]
    yield "một âm tiết", [{"q": one} for one in SYLLABLES]
    yield "hai âm tiết", [{"q": pair} for pair in pairs]
    yield "tên đầy đủ", [{"q": f"công ty cổ phần truyền thông {pair}"} for pair in pairs]
    yield (
        "ba từ hiếm đi cùng nhau",
        [{"q": f"{one} {pair}"} for one, pair in zip(SYLLABLES[20:], pairs, strict=False)],
    )
    yield "hai âm tiết, bị đình chỉ", [{"q": pair, "tinh_trang": "suspended"} for pair in pairs]
    yield "hai âm tiết, một năm cũ", [{"q": pair, "nam": 2007} for pair in pairs]
    yield "từ thường gặp, năm cũ", [{"q": "công ty", "nam": 2007}]
    yield "trang giữa của sổ", [{"truoc": middle(count)}]
    yield "từ thường gặp, từ giữa sổ", [{"q": "truyền thông", "truoc": middle(count)}]
    yield "không có", [{"q": "khongcotunay công ty"}, {"q": "khong"}]
    yield "chỉ ở nửa cũ", [{"q": "cu"}, {"q": "cu an"}]
    yield "chỉ ở nửa cũ, còn hiệu lực", [{"q": "cu", "tinh_trang": "valid"}]
    yield "thường gặp, không bao giờ đi cùng nhau", [{"q": "tnhh đào tạo"}]


def middle(count: int) -> str:
    """Return the place in the middle of the register, as a page names it."""
    from cityweb.core import keyset  # noqa: PLC0415  as above
    from licensing.models import Licence  # noqa: PLC0415  as above

    day = Licence.objects.get(pk=count // 2).issued_on
    return keyset.token((datetime.combine(day, datetime.min.time(), UTC), count // 2))


def ask(client: Client, asked: Sequence[dict[str, object]], rounds: int) -> Figures:
    """Ask each in turn as a reader does."""
    from django.db import connection  # noqa: PLC0415  as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415  as above

    figures = Figures()
    connection.ensure_connection()
    pids = (os.getpid(), connection.connection.info.backend_pid)
    before = cpu.seconds_used(pids)
    for number in range(rounds):
        started = time.perf_counter()
        response = client.get(PATH, asked[number % len(asked)])
        figures.milliseconds.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200:
            raise RuntimeError(f"{asked[number % len(asked)]}: {response.status_code}")
    figures.cpu_seconds = cpu.seconds_used(pids) - before
    with CaptureQueriesContext(connection) as seen:
        client.get(PATH, asked[0])
    figures.queries = len(seen)
    return figures


if __name__ == "__main__":
    main()
