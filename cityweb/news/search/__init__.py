"""Full text search: `find` answers a reader, `index` follows what is published."""

from cityweb.news.search.entries import entry_of, index, remember
from cityweb.news.search.finding import Hit, Results, find

__all__ = ["Hit", "Results", "entry_of", "find", "index", "remember"]
