"""Five hundred times two people act on one dossier at the same moment; what is left is counted.

`python -m bench pairs [--pairs N]`. In a database of its own, made anew each time. Two clerks
receive the same dossier, one receives what another refuses or its applicant withdraws: one of the
two must win, the other be told, each dossier stand where the winner put it with one step written
down, and the numbers given be 1, 2, 3… without a gap.
"""

from __future__ import annotations

import argparse
import sys
import time

from bench import database

PAIRS, NAME = 500, "pairs"


def main(options: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    asked = parser.parse_args(options)
    with database.running(NAME):
        database.make_anew(NAME)
        measure(asked.pairs)


def measure(pairs: int) -> None:
    import django  # noqa: PLC0415  only now is it known which database

    django.setup()
    from tests.licensing import pairs as drill  # noqa: PLC0415  as above

    started = time.monotonic()
    outcome = drill.run(pairs)
    seconds = time.monotonic() - started
    wrong = outcome.wrong()
    print(f"{pairs} cặp, {len(outcome.won)} việc xong, {len(outcome.refused)} người được báo, "
          f"{seconds:.1f} s kể cả nộp hồ sơ")  # fmt: skip
    for name, what in wrong.items():
        print(f"  {name}: {what}")
    print(
        "ĐẠT" if not wrong else "KHÔNG ĐẠT", "(0 trạng thái sai, 0 việc mất, 0 số trùng hay thiếu)"
    )
    if wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
