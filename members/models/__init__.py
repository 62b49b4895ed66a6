from members.ladder import Rung
from members.models.below import KnownLinks, SubPage
from members.models.directives import Directive, Showing
from members.models.guises import GuisePage
from members.models.incidents import Incident, IncidentPicture, Notice
from members.models.letters import Escalation, Letter, Step
from members.models.lists import BlockedDomain, ListedWord
from members.models.people import Contact
from members.models.planned import MaintenanceWindow
from members.models.publicity import PublicPage
from members.models.rolls import Moment, SiteDay, Snapshot
from members.models.rounds import Guise, Kind, Observation, PageCopy, Round, Watch
from members.models.sites import MemberSite, Section
from members.models.unit import Explanation, SiteLink
from members.models.verdicts import NewsDay, NewsMark, Verdict

__all__ = [
    "BlockedDomain",
    "Contact",
    "Directive",
    "Escalation",
    "Explanation",
    "Guise",
    "GuisePage",
    "Incident",
    "IncidentPicture",
    "Kind",
    "KnownLinks",
    "Letter",
    "ListedWord",
    "MaintenanceWindow",
    "MemberSite",
    "Moment",
    "NewsDay",
    "NewsMark",
    "Notice",
    "Observation",
    "PageCopy",
    "PublicPage",
    "Round",
    "Rung",
    "Section",
    "Showing",
    "SiteDay",
    "SiteLink",
    "Snapshot",
    "Step",
    "SubPage",
    "Verdict",
    "Watch",
]
