"""Mail that comes in: addresses that lead an answer to its case."""

from cityweb.core.mailin.addresses import read_reply_address, reply_address

__all__ = ["read_reply_address", "reply_address"]
