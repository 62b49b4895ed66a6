from advertising.models.captures import Capture
from advertising.models.checklists import CheckItem, CheckKind, ChecklistVersion
from advertising.models.evidence import CustodyEntry, EvidenceItem, Exhibit
from advertising.models.field import FieldEntry, FieldPack
from advertising.models.guidance import Guidance
from advertising.models.inspections import (
    Attendee,
    DiaryEntry,
    Finding,
    Inspection,
    Invitation,
    TeamMember,
)
from advertising.models.parties import AdSite, Party, PartyRole, ServiceNotice
from advertising.models.penalties import Factor, Penalty
from advertising.models.plans import Plan, Sample, Target
from advertising.models.products import ProductCategory, ProductCondition
from advertising.models.signals import Signal
from advertising.models.takedowns import Takedown
from advertising.models.violations import Explanation, Payment, Remedy, Sanction, Violation

__all__ = [
    "AdSite",
    "Attendee",
    "Capture",
    "CheckItem",
    "CheckKind",
    "ChecklistVersion",
    "CustodyEntry",
    "DiaryEntry",
    "EvidenceItem",
    "Exhibit",
    "Explanation",
    "Factor",
    "FieldEntry",
    "FieldPack",
    "Finding",
    "Guidance",
    "Inspection",
    "Invitation",
    "Party",
    "PartyRole",
    "Payment",
    "Penalty",
    "Plan",
    "ProductCategory",
    "ProductCondition",
    "Remedy",
    "Sample",
    "Sanction",
    "ServiceNotice",
    "Signal",
    "Takedown",
    "Target",
    "TeamMember",
    "Violation",
]
