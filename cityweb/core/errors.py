"""The one exception that says a rule forbids something."""


class Refused(Exception):
    """A rule forbids the step. `code` is for tests and logs, `message` tells the person what to do.

    `message` is Vietnamese, complete, and safe to show as plain text.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
