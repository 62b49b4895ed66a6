from cityweb.core.models.audit import AuditEntry, AuditSeal, SealedRows
from cityweb.core.models.health import Heartbeat
from cityweb.core.models.people import Organisation, Role, RoleGrant, User
from cityweb.core.models.places import AdminUnit, AdminUnitSuccession

__all__ = [
    "AdminUnit",
    "AdminUnitSuccession",
    "AuditEntry",
    "AuditSeal",
    "Heartbeat",
    "Organisation",
    "Role",
    "RoleGrant",
    "SealedRows",
    "User",
]
