from licensing.models.checks import ComponentMark, Finding, Supplement, SupplementItem
from licensing.models.digests import RegisterDigest
from licensing.models.dossiers import Applicant, ClockName, Dossier, Remark, Result, Step
from licensing.models.licences import Licence, LicenceVersion
from licensing.models.procedures import Component, Condition, Procedure, ProcedureVersion

__all__ = [
    "Applicant",
    "ClockName",
    "Component",
    "ComponentMark",
    "Condition",
    "Dossier",
    "Finding",
    "Licence",
    "LicenceVersion",
    "Procedure",
    "ProcedureVersion",
    "RegisterDigest",
    "Remark",
    "Result",
    "Step",
    "Supplement",
    "SupplementItem",
]
