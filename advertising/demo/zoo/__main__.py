"""`python -m advertising.demo.zoo PORT`: play the zoo until stopped; wakes no Django."""

import asyncio
import sys

from advertising.demo.zoo.server import play

if __name__ == "__main__":
    asyncio.run(play(int(sys.argv[1]), say=lambda text: sys.stderr.write(f"{text}\n")))
