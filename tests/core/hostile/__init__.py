"""Makers of files: hostile ones of every kind we know, and honest ones that must pass.

Nothing here is stored in the repository as bytes: each sample is made when a test asks for it.
"""

from tests.core.hostile import (
    archives,
    commands,
    disguises,
    drawings,
    films,
    honest,
    names,
    office,
    pdf_bombs,
    pdf_links,
    pdfs,
    pictures,
    texts,
)
from tests.core.hostile.sample import Sample

HOSTILE: list[Sample] = [
    *pictures.SAMPLES,
    *pdfs.SAMPLES,
    *pdf_bombs.SAMPLES,
    *pdf_links.SAMPLES,
    *office.SAMPLES,
    *commands.SAMPLES,
    *drawings.SAMPLES,
    *archives.SAMPLES,
    *disguises.SAMPLES,
    *texts.SAMPLES,
    *films.SAMPLES,
    *names.SAMPLES,
]
HONEST: list[Sample] = honest.SAMPLES

__all__ = ["HONEST", "HOSTILE", "Sample"]
