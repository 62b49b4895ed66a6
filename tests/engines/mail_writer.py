"""A process of the drill: puts mails, one transaction each, and says which ones were committed."""

import os
import sys
from itertools import count

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "cityweb.settings.demo"
django.setup()

from django.db import transaction  # noqa: E402  models are ready only now

from cityweb.core import outbox  # noqa: E402

for number in count(int(sys.argv[1])):
    with transaction.atomic():
        outbox.put_mail(
            to="dan@cityweb.example",
            subject="Đã nhận góp ý",
            body=f"Thư diễn tập số {number}.",
            about=None,
            dedupe_key=f"core.drill:{number}",
        )
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
