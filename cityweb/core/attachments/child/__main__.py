"""The child process: opens one foreign file, says what it is, and hands back what may be kept.

Standard input is the file, the first argument a job in JSON. Standard output gets one line of JSON,
then the bytes of each blob it announces. Run as `python -I <this folder>`; it imports nothing of
the portal, and it locks itself up before it reads the first byte.
"""

import importlib
import json
import sys

import limits
import lockdown
from verdict import Refusal, Result

_JOBS = {
    "picture": "pictures",
    "renditions": "renditions",
    "pdf": "pdf",
    "office": "office",
    "text": "texts",
    "words": "words",
    "video": "video",
    "signatures": "signatures",
    "table": "tables",
    "page": "shown",
}


def main() -> None:
    job = json.loads(sys.argv[1])
    worker = importlib.import_module(_JOBS[job["what"]])
    worker.prepare()
    limits.lay_on(job["memory"], job["output"])
    lockdown.lay_on()
    try:
        result = worker.run(sys.stdin.buffer.read(), job)
    except Refusal as refusal:
        result = Result(refused=refusal.code)
    except (MemoryError, RecursionError):
        result = Result(refused="too-costly")
    out = sys.stdout.buffer
    out.write(json.dumps(result.facts()).encode() + b"\n")
    for blob in result.blobs:
        out.write(blob)
    out.flush()


if __name__ == "__main__":
    main()
