"""How fast the wall and the pages of the watch answer at a thousand sites with a year of history.

`python -m bench member_pages [--sites N] [--rounds N]`. Every site has its rolled year, verdicts
and its last answers; one in a hundred has all that a year leaves, and those are asked for. Each
question goes through the whole stack but the network, as in `bench desk`.
"""

from __future__ import annotations

import argparse

import psycopg

from bench import database, desk, member_history
from bench.figures import at

SITES, ROUNDS = 1_000, 20
MOST_MS, MOST_QUERIES = 300, 15
DEEP = 100
# Of this depth for one site in a hundred, of that for the others.
DEPTHS = {name: (full, min(full, 60)) for name, full in member_history.FULL.items()}
SOME_BAD = """
UPDATE members_verdict SET level = 'bad', code = 'down', text = 'Không truy cập được: hỏng.'
WHERE until IS NULL AND subject = 'availability' AND site_id % 7 = 0;
INSERT INTO members_incident (site_id, subject, text, opened_at, quiet_reason)
SELECT id, 'availability', 'Không truy cập được: hỏng.', now() - interval '3 days', ''
FROM members_membersite WHERE id % 7 = 0;
"""


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sites", type=int, default=SITES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args(options)
    with database.running(f"member_pages_{asked.sites}") as url:
        database.make_anew(database.name_of(url))
        with psycopg.connect(url, autocommit=True) as link:
            member_history.fill(link, asked.sites, depths())
            link.execute(SOME_BAD)
            link.execute("VACUUM ANALYZE")
        measure(asked.rounds)


def depths() -> dict[str, int | str]:
    """Return how deep each site goes: all the way for one in a hundred."""
    return {
        name: f"CASE WHEN site.id % {DEEP} = 0 THEN {full} ELSE {few} END"
        for name, (full, few) in DEPTHS.items()
    }


def measure(rounds: int) -> None:
    """Ask for the wall, the list and some sites, and print what each took."""
    client = database.ready_client()
    from cityweb.core.models import Role, User  # noqa: PLC0415  only now is Django set up
    from members.models import MemberSite  # noqa: PLC0415  as above

    person = User.objects.create(email="theo-doi@do.example", full_name="Theo Dõi")
    person.grants.create(role=Role.SITE_MONITOR, valid_from="2020-01-01")
    client.force_login(person, "cityweb.core.access.RoleBackend")
    codes = [one.code for one in MemberSite.objects.all() if one.pk % DEEP == 0]
    print(f"{'trang':34}{'p50':>8}{'p95':>8}{'max':>8}{'CPU':>8}  truy vấn")
    is_held = True
    for name, addresses in (
        ("bảng theo dõi", [""]),
        ("danh sách", ["danh-sach/", "danh-sach/?level=bad"]),
        ("trang của website, cả năm", [f"trang/{code}/" for code in codes]),
        ("sự cố", ["su-co/"]),
    ):
        figures = desk.ask(client, addresses, rounds, under="/nghiep-vu/members/")
        print(f"{name:34}{figures}", flush=True)
        is_held &= at(figures.milliseconds, 0.95) <= MOST_MS
        is_held &= figures.queries <= MOST_QUERIES
    print("ĐẠT" if is_held else "KHÔNG ĐẠT", f"(p95 ≤ {MOST_MS} ms, ≤ {MOST_QUERIES} truy vấn)")


if __name__ == "__main__":
    main()
