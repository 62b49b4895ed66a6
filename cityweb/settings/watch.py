"""How member sites are watched; read by `base.py`."""

from typing import Any

from celery.schedules import crontab

from cityweb.settings import env

# Asked when member sites fail, to tell their failure from ours. Empty: only a round in which
# everything fails is in doubt.
MEMBERS_CONTROL_URLS = env.names(
    "MEMBERS_CONTROL_URLS", ["https://www.gov.vn/", "https://vnexpress.net/"]
)
# Between two requests to one host.
MEMBERS_GAP_SECONDS = 2.0
# A first failure is looked at again after so long, a second after twice that.
MEMBERS_RETRY_SECONDS = 60
# A unit may have its own site asked again after so long.
MEMBERS_RECHECK_SECONDS = 60
# New sites get their first look within so long.
MEMBERS_FIRST_LOOK_SECONDS = 600
# Sections, feeds and sitemaps are asked this rarely, home pages at their site's interval.
MEMBERS_PAGES_HOURS = 6
# Pages below the home page, a few at a time; a day's bound stands in `members.depths`.
MEMBERS_DEEP_HOURS = 6
# Whether Chromium takes a picture of what an incident is about; it needs a worker that has one.
MEMBERS_PICTURES = env.flag("MEMBERS_PICTURES", default=False)
# Rounds have a queue of their own: each takes some seconds.
WATCH_QUEUE = "watch"
WATCH_SCHEDULE: dict[str, dict[str, Any]] = {
    "start-rounds": {
        "task": "members.tasks.start_rounds",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    "notify-of-incidents": {
        "task": "members.tasks.notify",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "picture-incidents": {
        "task": "members.tasks.picture_incidents",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "follow-lists": {
        "task": "members.tasks.follow_lists",
        "schedule": crontab(hour=2, minute=20),
        "options": {"expires": 3600},
    },
    "roll-and-forget": {
        "task": "members.tasks.roll_and_forget",
        "schedule": crontab(hour=3, minute=20),
        "options": {"expires": 3600},
    },
}
