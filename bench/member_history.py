"""How much the history of the watch over member sites weighs.

`python -m bench member_history [--sites N] [--of N]`. A few sites are filled with a year of history
by SQL in a database of their own, and what they weigh is counted for as many as are asked of. Pages
are noise of the size that packed home pages have, which no database packs any further.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping

import psycopg

from bench import database

SITES, OF = 40, 1_000
# How many raw answers, verdicts, marks of news, kept pages and pages below a site has.
FULL = {"raw": 1740, "judged": 200, "marks": 2200, "copies": 100, "below": 240}
PAGE_BYTES, PORTRAIT_WORDS = 15_000, 900
ROWS = """
INSERT INTO core_organisation (name, short_name, kind)
SELECT 'Sở đo ' || n, '', 'department' FROM generate_series(1, {sites}) n;
INSERT INTO members_membersite (code, name, organisation_id, home_url, feed_url, sitemap_url,
    platform, builder, tags, interval_minutes)
SELECT 'do-' || id, name, id, 'https://do' || id || '.city.gov.vn/', '', '', '', '', '{{}}',
       30 FROM core_organisation WHERE name LIKE 'Sở đo %%';
INSERT INTO members_round (opened_at, sites, is_deep, is_conclusive, note)
SELECT now() - interval '30 minutes' * n, 80, n %% 12 = 0, true, ''
FROM generate_series(1, 1440 * {sites} / 80 + 1) n;
INSERT INTO members_observation (site_id, round_id, kind, guise, url, asked_at, counts, is_planned,
    failure, reason, status, elapsed_ms, final_url, digest, tls_not_after, tls_issuer, was_read,
    news_day, news_evidence, news_rule, trick, own_proof, findings)
SELECT site.id, first.id + (site.id * 1740 + n) %% first.rounds,
       CASE WHEN n <= 1440 THEN 'home' ELSE 'below' END, '',
       site.home_url || CASE WHEN n <= 1440 THEN '' ELSE 'tin-tuc/bai-viet-so-' || n END,
       now() - interval '25 minutes' * n, true, false, '', '', 200, 300, site.home_url,
       md5(n::text) || md5(site.id::text), now(), 'Let''s Encrypt', true, current_date,
       '22/11/2026 · Hỗ trợ vốn vay ưu đãi cho hộ kinh doanh nhỏ · /tin-tuc/bai-viet-8339.html',
       'list', '', '', '[]'
FROM members_membersite site, generate_series(1, {raw}) n,
     (SELECT min(id) AS id, count(*) AS rounds FROM members_round) first;
INSERT INTO members_siteday (site_id, day, level, asked, failed, answer_ms)
SELECT id, current_date - n, 'ok', array_fill(2, ARRAY[24]), array_fill(0, ARRAY[24]),
       array_fill(300 + n, ARRAY[24])
FROM members_membersite, generate_series(1, 365) n;
INSERT INTO members_verdict (site_id, subject, level, code, text, rule, url, evidence, fix, since,
    judged_at, until)
SELECT site.id, subject, 'ok', 'fresh', 'Tin mới nhất ngày 22/11/2026.',
       'Ngày viết cạnh đầu đề trong danh sách tin; nhắc sau 7 ngày, quá hạn sau 15.', home_url,
       '22/11/2026 · Hỗ trợ vốn vay ưu đãi cho hộ kinh doanh nhỏ', '', now() - interval '1 day' * n,
       now(), CASE WHEN n > 1 THEN now() - interval '1 day' * (n - 1) END
FROM members_membersite site, generate_series(1, {judged}) n,
     unnest(ARRAY['availability', 'freshness', 'abnormality', 'tls']) subject;
INSERT INTO members_newsmark (site_id, mark, day)
SELECT id, hashtextextended(n::text, id), current_date - n / 6 FROM members_membersite site,
       generate_series(1, {marks}) n;
INSERT INTO members_newsday (site_id, day)
SELECT id, current_date - n FROM members_membersite, generate_series(1, 365) n;
INSERT INTO members_subpage (site_id, url, origin, is_odd, found_at, asked_at, failure, digest,
    findings, disguised, was_disguised)
SELECT id, home_url || 'tin-tuc/bai-viet-' || n, 'link', false, now(), now(), '', md5(n::text),
       '[]', '[]', false FROM members_membersite site, generate_series(1, {below}) n;
INSERT INTO members_pagecopy (site_id, url, digest, body, portrait, is_clean, seen_at)
SELECT site.id, home_url || CASE WHEN n <= 40 THEN '' ELSE n::text END,
       md5(n::text) || md5(site.id::text), noise.body,
       CASE WHEN n <= 40 THEN noise.portrait ELSE '{{}}'::jsonb END, n < 80,
       now() - interval '1 day' * n
FROM members_membersite site, generate_series(1, {copies}) n,
LATERAL (SELECT decode(string_agg(md5(random()::text || n || k || site.id), ''), 'hex') AS body,
                jsonb_build_object('words', jsonb_agg(left(md5(random()::text), 6))
                    FILTER (WHERE k <= {words})) AS portrait
         FROM generate_series(1, {page} / 16) k) noise;
"""


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=SITES)
    parser.add_argument("--of", type=int, default=OF)
    asked = parser.parse_args(options)
    with database.running(f"history_{asked.sites}") as url:
        database.make_anew(database.name_of(url))
        with psycopg.connect(url, autocommit=True) as link:
            fill(link, asked.sites, FULL)
            weigh(link, asked.sites, asked.of)


def fill(link: psycopg.Connection, sites: int, depth: Mapping[str, int | str]) -> None:
    """Put a year of history in, the last thirty days of it raw."""
    rows = ROWS.format(sites=sites, page=PAGE_BYTES, words=PORTRAIT_WORDS, **depth)
    rows = rows.replace("%%", "%")
    link.execute(rows)
    link.execute("VACUUM ANALYZE")


def weigh(link: psycopg.Connection, sites: int, of: int) -> None:
    """Print what each table weighs with its indexes, for so many sites."""
    found = link.execute(
        "SELECT relname, pg_total_relation_size(oid) FROM pg_class"
        " WHERE relkind = 'r' AND relname LIKE 'members_%' ORDER BY 2 DESC"
    ).fetchall()
    whole = 0.0
    for name, size in found:
        share = size * of / sites / 1e9
        whole += share
        if share >= 0.01:
            print(f"{name:30} {share:6.2f} GB")
    print(f"{of} website, một năm: {whole:.2f} GB (đích: 5 GB)")
