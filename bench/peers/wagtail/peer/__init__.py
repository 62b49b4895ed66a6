"""A plain Wagtail site, laid out as `wagtail start` and the tutorial do, to measure against."""
