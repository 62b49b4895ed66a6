"""What happens by itself, and when: read by `base.py`."""

from typing import Any

from celery.schedules import crontab

from cityweb.settings.watch import WATCH_SCHEDULE

CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "scan-quarantine": {
        "task": "cityweb.core.tasks.scan_quarantine",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "sweep-attachments": {
        "task": "cityweb.core.tasks.sweep_attachments",
        "schedule": 3600.0,
        "options": {"expires": 600},
    },
    "worker-heartbeat": {
        "task": "cityweb.core.tasks.worker_heartbeat",
        "schedule": 10.0,
        "options": {"expires": 30},
    },
    "publish-due": {
        "task": "cityweb.news.tasks.publish_due",
        "schedule": 10.0,
        "options": {"expires": 30},
    },
    "sweep-outbox": {
        "task": "cityweb.core.tasks.sweep_outbox",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    "forget-old-outbox": {
        "task": "cityweb.core.tasks.forget_old_outbox",
        "schedule": 3600.0,
        "options": {"expires": 600},
    },
    "poll-mail": {
        "task": "cityweb.core.tasks.poll_mail",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "feedback-remind": {
        "task": "feedback.tasks.remind",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "erase-what-is-due": {
        "task": "feedback.tasks.erase_what_is_due",
        "schedule": crontab(hour=2, minute=40),
        "options": {"expires": 3600},
    },
    "export-erasures": {
        "task": "feedback.tasks.export_erasures",
        "schedule": 3600.0,
        "options": {"expires": 600},
    },
    "review-citations": {
        "task": "feedback.tasks.review_citations",
        "schedule": 900.0,
        "options": {"expires": 600},
    },
    "seal-register-of-licences": {
        "task": "licensing.tasks.seal_register",
        "schedule": crontab(minute=10),
        "options": {"expires": 3000},
    },
    "turn-day-of-licences": {
        "task": "licensing.tasks.turn_day",
        "schedule": 300.0,
        "options": {"expires": 200},
    },
    "draft-apologies-for-moved-days": {
        "task": "licensing.tasks.draft_moved",
        "schedule": 300.0,
        "options": {"expires": 200},
    },
    "check-claims-yearly": {
        "task": "licensing.tasks.check_claims_yearly",
        "schedule": crontab(hour=3, minute=15),
        "options": {"expires": 3600},
    },
    "remind-licensees": {
        "task": "licensing.tasks.remind_licensees",
        "schedule": crontab(minute=25),
        "options": {"expires": 3000},
    },
    **WATCH_SCHEDULE,
    "take-captures": {
        "task": "advertising.tasks.take_captures",
        "schedule": 10.0,
        "options": {"expires": 10},
    },
    "follow-terms-of-advertising": {
        "task": "advertising.tasks.follow_terms",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "seal-audit": {
        "task": "cityweb.core.tasks.seal_audit",
        "schedule": 3600.0,
        "options": {"expires": 600},
    },
}
