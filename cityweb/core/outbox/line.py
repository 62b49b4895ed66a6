"""The connection to the mail server, kept open between mails that follow each other closely."""

import smtplib
import threading
import time

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

SECONDS_STAYS_OPEN = 10.0


class Line(threading.local):
    """One connection a thread; opened with the first mail, closed after a failure or a silence."""

    _connection: BaseEmailBackend | None = None
    _used_at = 0.0

    def send(self, message: EmailMessage) -> None:
        """Hand the message over; raises what the backend raises."""
        if self._is_open():
            try:
                self._pass_on(message)
                return
            except smtplib.SMTPServerDisconnected:
                # The server was tired of waiting, which says nothing about this message.
                self.hang_up()
        self._connection = get_connection()
        self._connection.open()
        self._pass_on(message)

    def hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _is_open(self) -> bool:
        if self._connection and time.monotonic() - self._used_at > SECONDS_STAYS_OPEN:
            self.hang_up()
        # Only SMTP has something that stays open; other backends hold nothing worth keeping.
        return getattr(self._connection, "connection", None) is not None

    def _pass_on(self, message: EmailMessage) -> None:
        is_sent = False
        try:
            self._connection.send_messages([message])
            is_sent = True
        finally:
            self._used_at = time.monotonic()
            if not is_sent:
                self.hang_up()
