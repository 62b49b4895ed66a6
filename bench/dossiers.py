"""How fast the desk's list of dossiers answers at 200,000 dossiers, rights and all.

`python -m bench dossiers [--count N] [--open N] [--rounds N]`. The rows are made by SQL in a
database of their own, used again by later runs. Each question goes through the whole stack but the
network: session, rights of the person, the list's questions, the page; as an officer, and as the
office head, who has the most heaps to count.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import psycopg

from bench import database, desk
from bench.database import Step
from bench.figures import Table

COUNT, OPEN_SHARE = 200_000, 0.05
MOST_MS, MOST_QUERIES = 200, 12
UNDER = "/nghiep-vu/licensing/"
PEOPLE = {"officer": "officer1@bench.example", "office_head": "head@bench.example"}

ROWS: dict[str, str] = {
    "người": """
INSERT INTO core_user (email, full_name, position, password, is_active, date_joined)
SELECT CASE n WHEN 21 THEN 'head@bench.example' WHEN 22 THEN 'clerk@bench.example'
              ELSE 'officer' || n || '@bench.example' END,
       'Cán bộ ' || n, '', '!', true, now()
FROM generate_series(1, 22) n""",
    "vai trò": """
INSERT INTO core_rolegrant (user_id, role, valid_from)
SELECT id, CASE split_part(email, '@', 1) WHEN 'head' THEN 'office_head'
           WHEN 'clerk' THEN 'one_stop_clerk' ELSE 'specialist' END, '2020-01-01' FROM core_user""",
    "tổ chức": """
INSERT INTO licensing_applicant (name, international_name, kind, registration, address, phone,
                                 email, representative, representative_position)
SELECT 'Công ty Cổ phần Truyền thông ' || chr(65 + mod(n, 26)) || ' ' || n, '', 'company',
       'GCN ' || n,
       'Số ' || n || ' đường Lê Lợi', '028 3822 0000', 'cty' || n || '@bench.example',
       'Người Đại Diện ' || n, 'Giám đốc'
FROM generate_series(1, 20000) n""",
    "hồ sơ": """
INSERT INTO licensing_dossier (
    key, procedure_id, version_id, applicant_id, channel, created_by_id, created_at, saved_at,
    state, contents, sent, sent_sha256, submitted_at, deposit_code, code, received_at, term_source,
    pause_mode, specialist_id, promised_at, is_moved, apologies, state_before, closed_at,
    step_since, step_due_at, words
)
SELECT gen_random_uuid(), version.procedure_id, version.id, 1 + mod(n * 7919, 20000),
       (ARRAY['online', 'online', 'counter', 'post'])[1 + mod(n, 4)], people.ids[1],
       born.at, born.at, fate.state,
       jsonb_build_object('site_name', 'Trang tin ' || n, 'domains', 'trang' || n || '.vn'),
       jsonb_build_object('applicant', jsonb_build_object('name', 'Công ty ' || n),
                          'contents', jsonb_build_object('purpose', repeat('Tin tổng hợp. ', 60))),
       md5(n::text) || md5(n::text), born.at, 'N' || upper(lpad(to_hex(n), 9, '0')),
       CASE WHEN fate.state IN ('submitted', 'intake', 'not_accepted') THEN ''
            ELSE 'H29.18-' || to_char(born.at, 'YYMMDD') || '-' || n END,
       CASE WHEN fate.state IN ('submitted', 'intake', 'not_accepted') THEN NULL
            ELSE born.at + interval '2 hours' END,
       '', 'restart', CASE WHEN fate.state IN ('submitted', 'intake', 'not_accepted', 'received')
                           THEN NULL ELSE people.ids[1 + mod(n, 20)] END,
       born.at + interval '14 days', fate.is_open AND mod(n, 97) = 0, 0, '',
       CASE WHEN fate.is_open THEN NULL ELSE born.at + interval '9 days' END,
       born.at + interval '1 day', CASE WHEN fate.is_open THEN born.at + interval '3 days' END,
       concat_ws(' ', 'h29 18', to_char(born.at, 'YYMMDD'), n, 'n' || lpad(to_hex(n), 9, '0'),
                 'cong ty co phan truyen thong', chr(97 + mod(mod(n * 7919, 20000) + 1, 26)),
                 mod(n * 7919, 20000) + 1, 'trang tin', n, 'trang' || n, 'vn')
FROM generate_series(1, %(count)s) n
CROSS JOIN LATERAL (SELECT now() - interval '3650 days' * n / %(count)s AS at) born
CROSS JOIN LATERAL (
    SELECT n <= %(open)s AS is_open, CASE WHEN n <= %(open)s THEN
        (ARRAY['submitted', 'received', 'assigned', 'appraising', 'appraising', 'supplement',
               'drafting', 'reviewing', 'signing', 'signed'])[1 + mod(n, 10)]
        WHEN mod(n, 20) = 0 THEN 'stopped' WHEN mod(n, 25) = 1 THEN 'not_accepted'
        ELSE 'returned' END AS state
) fate
CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM core_user) people
JOIN (
    SELECT version.id, procedure_id, row_number() OVER (ORDER BY version.id) - 1 AS place,
           count(*) OVER () AS many
    FROM licensing_procedureversion version JOIN licensing_procedure ON procedure_id =
         licensing_procedure.id WHERE is_filed
) version ON version.place = mod(n, version.many)""",
    "đồng hồ": """
INSERT INTO core_clock (
    subject_type_id, subject_id, name, amount, unit, mode, received_at, due_at, is_provisional,
    state, paused_at, stopped_at
)
SELECT (SELECT id FROM django_content_type WHERE app_label = 'licensing' AND model = 'dossier'),
       one.id, 'dossier', 10, 'working_day', 'restart', one.received_at,
       date_trunc('day', one.received_at) + interval '14 days 16 hours 59 minutes', false,
       CASE WHEN one.closed_at IS NOT NULL THEN 'stopped'
            WHEN one.state = 'supplement' THEN 'paused' ELSE 'running' END,
       CASE WHEN one.state = 'supplement' THEN one.received_at + interval '1 day' END,
       one.closed_at
FROM licensing_dossier one WHERE one.received_at IS NOT NULL""",
    "bổ sung": """
INSERT INTO licensing_supplement (
    dossier_id, ordinal, state, reason, is_repeated, asked_by_id, at
)
SELECT id, 1, CASE WHEN state = 'supplement' THEN 'sent'
                   WHEN closed_at IS NULL AND mod(id, 3) = 0 THEN 'proposed' ELSE 'answered' END,
       '', false, specialist_id, received_at + interval '1 day'
FROM licensing_dossier WHERE specialist_id IS NOT NULL AND (state = 'supplement' OR mod(id, 5) = 0)
""",
    "ghi chú, cờ": """
WITH said AS (
    INSERT INTO licensing_remark (dossier_id, author_id, is_internal, body, at)
    SELECT id, specialist_id, true, 'Nhờ xem giúp.', received_at FROM licensing_dossier
    WHERE specialist_id IS NOT NULL AND mod(id, 10) = 0
    RETURNING id, author_id
), named AS (
    INSERT INTO licensing_remark_mentions (remark_id, user_id)
    SELECT id, CASE WHEN mod(id, 20) = 0 THEN author_id ELSE mod(author_id, 20) + 1 END FROM said
)
INSERT INTO licensing_flag (dossier_id, reason, raised_by_id, raised_at, outcome)
SELECT id, 'Chờ xác minh', specialist_id, received_at, '' FROM licensing_dossier
WHERE specialist_id IS NOT NULL AND closed_at IS NULL AND mod(id, 50) = 0""",
}


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--open", type=int, help="how many are not ended; five in a hundred")
    parser.add_argument("--rounds", type=int, default=20, help="times each question is asked")
    asked = parser.parse_args(options)
    open_ones = asked.open or int(asked.count * OPEN_SHARE)
    with database.running(f"dossiers_{asked.count}_{open_ones}") as url:
        if not database.is_filled(url):
            database.make_anew(database.name_of(url))
            with psycopg.connect(url, autocommit=True) as connection:
                database.carry_out(connection, filling(asked.count, open_ones))
                database.finish(connection)
        measure(asked.rounds)


def filling(count: int, open_ones: int) -> Iterator[Step]:
    # History and its digests are not what is measured.
    yield "không ghi lịch sử", "SET session_replication_role = replica", ()
    for name, statement in ROWS.items():
        sizes = {"count": count, "open": open_ones} if "%(count)s" in statement else ()
        yield name, statement, sizes


def measure(rounds: int) -> None:
    client = database.ready_client()
    from cityweb.core.models import User  # noqa: PLC0415  after django.setup()

    table = Table(MOST_MS, MOST_QUERIES)
    for role, email in PEOPLE.items():
        client.force_login(User.objects.get(email=email), "cityweb.core.access.RoleBackend")
        named = ((f"{role}: {name}", addresses) for name, addresses in questions())
        table.rows(named, lambda addresses: desk.ask(client, addresses, rounds, under=UNDER))
    table.end()


def questions() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield what officers ask for, by name; several addresses are asked in turn."""
    from cityweb.core import keyset  # noqa: PLC0415  after django.setup()
    from licensing.models import Dossier  # noqa: PLC0415  as above

    middle = Dossier.objects.order_by("pk")[Dossier.objects.count() // 2]
    token = keyset.token((middle.submitted_at, middle.pk))
    yield "mọi hồ sơ, mới trước", ["?"]
    yield "trang giữa", [f"?after={token}"]
    yield "đang giải quyết", ["?heap=open"]
    yield "tôi xử lý, chờ duyệt", ["?heap=mine", "?heap=to-review"]
    yield "bước quá hạn", ["?heap=late-step"]
    yield "bị gắn cờ, nhắc tới tôi", ["?heap=flagged", "?heap=mentioned"]
    for colour in ("late", "soon", "fine", "paused"):
        yield f"thời hạn: {colour}", [f"?colour={colour}"]
    yield "một trạng thái", ["?state=appraising", "?state=returned", "?state=stopped"]
    yield "một chuyên viên", [f"?specialist={number}" for number in range(1, 6)]
    yield "một thủ tục, quá hạn", ["?procedure=ISSUE&colour=late", "?procedure=AMEND&colour=late"]
    yield "một tuần cũ", ["?since=2020-03-02&until=2020-03-08"]
    yield "mã hồ sơ", [f"?q={middle.code}", f"?q={middle.deposit_code}"]
    yield "tên tổ chức", ["?q=truyen+thong+1004", "?q=truyền+thông", "?q=truyền+thông+c"]
    full = "công+ty+cổ+phần+truyền+thông"
    yield "tên tổ chức đầy đủ", [f"?q={full}+q+1004", f"?q={full}+d+7439"]
    yield "phần chung của mọi tên tổ chức", [f"?q={full}"]
    yield "tên trang, tên miền", ["?q=trang+tin+150000", "?q=trang777.vn"]
    yield "không có", ["?q=khongcotunay"]


if __name__ == "__main__":
    main()
