"""Feedback: three mailboxes, their relay to the responsible bodies, and the answers."""
