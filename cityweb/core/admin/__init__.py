"""Django admin's pages for the platform's own tables, one module a noun."""

from cityweb.core.admin import calendar, law, papers, people

__all__ = ["calendar", "law", "papers", "people"]
