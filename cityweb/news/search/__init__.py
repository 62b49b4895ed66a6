"""Full text search: `find` answers a reader, `index` follows what is published."""

from cityweb.news.search.entries import (
    entry_fields,
    expect_many,
    follow_columns,
    index,
    remember,
    settle,
)
from cityweb.news.search.finding import MOST_A_PAGE, Hit, Results, find, is_token

__all__ = [
    "MOST_A_PAGE",
    "Hit",
    "Results",
    "entry_fields",
    "expect_many",
    "find",
    "follow_columns",
    "index",
    "is_token",
    "remember",
    "settle",
]
