"""The desk screens of the watch."""
