"""The one door through which pictures and files of strangers come in.

What the sender claims (name, type, size) is never believed. Bytes are opened only in a child
process with limits on time, processor, memory and output (`sandbox`); pictures leave it re-encoded.
"""

from cityweb.news.intake.files import CheckedFile, check_file
from cityweb.news.intake.pictures import Rendition, Renditions, render_picture

__all__ = ["CheckedFile", "Rendition", "Renditions", "check_file", "render_picture"]
