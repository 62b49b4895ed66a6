from cityweb.core.models.attachments import Attachment, StoredFile
from cityweb.core.models.audit import AuditEntry, AuditSeal, SealedRows
from cityweb.core.models.calendar import CalendarDay, DayKind, Recount
from cityweb.core.models.clocks import Clock, ClockMark, ClockSpan
from cityweb.core.models.health import Heartbeat
from cityweb.core.models.law import Confidence, LegalRule
from cityweb.core.models.mail import RawMail
from cityweb.core.models.numbers import NumberCounter, NumberPattern
from cityweb.core.models.outbox import OutboxItem
from cityweb.core.models.papers import Paper, PaperSignature
from cityweb.core.models.people import Organisation, Role, RoleGrant, User
from cityweb.core.models.places import AdminUnit, AdminUnitSuccession

__all__ = [
    "AdminUnit",
    "AdminUnitSuccession",
    "Attachment",
    "AuditEntry",
    "AuditSeal",
    "CalendarDay",
    "Clock",
    "ClockMark",
    "ClockSpan",
    "Confidence",
    "DayKind",
    "Heartbeat",
    "LegalRule",
    "NumberCounter",
    "NumberPattern",
    "Organisation",
    "OutboxItem",
    "Paper",
    "PaperSignature",
    "RawMail",
    "Recount",
    "Role",
    "RoleGrant",
    "SealedRows",
    "StoredFile",
    "User",
]
