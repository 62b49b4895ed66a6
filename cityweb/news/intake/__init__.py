"""The newsroom's own rules for pictures and files of editors, above the intake of the platform."""

from cityweb.core.attachments import Rendition, Renditions
from cityweb.news.intake.files import CheckedFile, check_file
from cityweb.news.intake.pictures import render_picture

__all__ = ["CheckedFile", "Rendition", "Renditions", "check_file", "render_picture"]
