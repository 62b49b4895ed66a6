from licensing.models.checks import ComponentMark, Finding, Supplement, SupplementItem
from licensing.models.claims import ClaimCheck
from licensing.models.desk import Consultation, Flag, SavedView, StandIn
from licensing.models.digests import RegisterDigest
from licensing.models.dossiers import Applicant, ClockName, Dossier, Remark, Result, Step
from licensing.models.forwarding import Forwarding
from licensing.models.handling import Inquiry, Proceeding, ProceedingStep
from licensing.models.licences import Licence, LicenceVersion
from licensing.models.procedures import Component, Condition, Procedure, ProcedureVersion
from licensing.models.upkeep import (
    AnnualReport,
    Complaint,
    Reminder,
    SourceAgreement,
    TakedownRequest,
)

__all__ = [
    "AnnualReport",
    "Applicant",
    "ClaimCheck",
    "ClockName",
    "Complaint",
    "Component",
    "ComponentMark",
    "Condition",
    "Consultation",
    "Dossier",
    "Finding",
    "Flag",
    "Forwarding",
    "Inquiry",
    "Licence",
    "LicenceVersion",
    "Procedure",
    "ProcedureVersion",
    "Proceeding",
    "ProceedingStep",
    "RegisterDigest",
    "Remark",
    "Reminder",
    "Result",
    "SavedView",
    "SourceAgreement",
    "StandIn",
    "Step",
    "Supplement",
    "SupplementItem",
    "TakedownRequest",
]
