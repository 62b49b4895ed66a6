"""The public pages. Each reads, fills a template, and says how long it may be kept.

None touches the session, the person or a form token, so that every reader gets the same bytes.
"""
