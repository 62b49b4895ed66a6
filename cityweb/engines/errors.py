"""The one error of this package."""


class EngineError(Exception):
    """An engine cannot be had; the message is one Vietnamese sentence that says what to do."""
