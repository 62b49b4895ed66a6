"""`make bench` measures pages, then search; `make bench ARGS="pages --base URL"` checks a demo."""

import sys
from importlib import import_module

PARTS = {
    "web": "bench.web",
    "questions": "bench.questions",
    "search": "bench.search_speed",
    "quality": "bench.search_quality",
    "pages": "bench.pages",
    "intake_drill": "bench.intake_drill",
    "desk": "bench.desk",
    "dossiers": "bench.dossiers",
    "pairs": "bench.pairs",
    "licences": "bench.licences",
    "fetch": "bench.fetch",
    "intake": "bench.intake",
    "papers": "bench.papers",
    "freshness": "bench.freshness",
    "abnormality": "bench.abnormality",
    "ad_behaviour": "bench.ad_behaviour",
    "captures": "bench.captures",
    "hostile": "bench.hostile",
    "member_history": "bench.member_history",
    "member_pages": "bench.member_pages",
}
USUAL = ("web", "search")


def main() -> None:
    names, options = (sys.argv[1:2], sys.argv[2:]) if sys.argv[1:] else (USUAL, [])
    unknown = set(names) - PARTS.keys()
    if unknown:
        sys.exit(f"Không có phép đo “{unknown.pop()}”; có: {', '.join(PARTS)}.")
    for name in names:
        import_module(PARTS[name]).main(options)


if __name__ == "__main__":
    main()
