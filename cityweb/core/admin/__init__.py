"""Django admin's pages for the platform's own tables, one module a noun."""

from cityweb.core.admin import people

__all__ = ["people"]
