"""`make bench`, or one part of it: `make bench ARGS=web`."""

import sys
from importlib import import_module

PARTS = {"web": "bench.web", "search": "bench.search_speed"}


def main() -> None:
    part, *rest = sys.argv[1:] or [None]
    if part is None:
        for module in PARTS.values():
            import_module(module).main([])
    elif part in PARTS:
        import_module(PARTS[part]).main(rest)
    else:
        sys.exit(f"Không có phép đo “{part}”; có: {', '.join(PARTS)}.")


if __name__ == "__main__":
    main()
