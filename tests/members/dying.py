"""A worker of its own process that sends what is due, and dies by kill -9 where it is told to.

`python -m tests.members.dying FOLDER PLACE`: mails go into FOLDER; between the claim and the
sending of mail number PLACE the process kills itself, so that nothing of it is written. 0: never.
"""

import os
import signal
import sys
from datetime import datetime

import django
from django.conf import settings

handled: list[int] = []
place = 0


def handle(item):
    """Send, or be killed before it."""
    from cityweb.core.outbox import sending  # noqa: PLC0415  only now is Django set up

    handled.append(item.pk)
    if len(handled) == place:
        os.kill(os.getpid(), signal.SIGKILL)
    sending.send(item)


def main(folder, at):
    global place
    place = int(at)
    django.setup()
    from cityweb.core import outbox  # noqa: PLC0415  only now is Django set up
    from members import actions  # noqa: PLC0415  as above

    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = folder
    (kind,) = (name for name, way in settings.OUTBOX_HANDLERS.items() if way.endswith("send"))
    sys.modules["tests.members.dying"] = sys.modules["__main__"]
    settings.OUTBOX_HANDLERS = {**settings.OUTBOX_HANDLERS, kind: "tests.members.dying.handle"}
    actions.notify(now=datetime.fromisoformat(os.environ["MOMENT"]))
    outbox.sweep()


if __name__ == "__main__":
    main(*sys.argv[1:])
