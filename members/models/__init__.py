from members.models.people import Contact, Rung
from members.models.planned import MaintenanceWindow
from members.models.rounds import Kind, Observation, PageCopy, Round, Watch
from members.models.sites import MemberSite, Section
from members.models.verdicts import NewsDay, Verdict

__all__ = [
    "Contact",
    "Kind",
    "MaintenanceWindow",
    "MemberSite",
    "NewsDay",
    "Observation",
    "PageCopy",
    "Round",
    "Rung",
    "Section",
    "Verdict",
    "Watch",
]
