"""Compiles pyproject.toml into the hash-pinned requirements: `make lock`, UPGRADE=1 for newer."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = [str(ROOT / ".venv" / "bin" / "python"), "-m", "uv", "pip", "compile", "--quiet"]
SHAPE = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
SHAPE += ["--no-annotate"]


def compile_pins(target: str, *rest: str) -> None:
    """Write one pinned file; versions that still fit stay as they are."""
    source = ["pyproject.toml", "-o", target]
    subprocess.run([*UV, *SHAPE, *source, *rest], cwd=ROOT, check=True)


def main(upgrade: list[str]) -> None:
    compile_pins("requirements.txt", *upgrade)
    # The portal's own pins rule, so that the tests run what is shipped.
    compile_pins(
        "requirements-dev.txt", "--extra", "dev", "--extra", "bench", "-c", "requirements.txt",
        *upgrade,
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
