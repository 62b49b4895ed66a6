"""Keeping programs from flooding the mailboxes without ever shutting a person out.

Counts and traps only raise a risk; a risk asks the browser for some seconds of work, or the person
for some seconds of patience. What reads like spam goes to a queue of its own; nothing is dropped.
Reading public pages is never counted. Everything here fails soft: without Redis nothing is asked.
"""
