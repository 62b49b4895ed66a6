"""The law of a day as a dossier meets it: the version in force, its terms, who is in charge."""

from dataclasses import dataclass
from datetime import date

from cityweb.core import law
from cityweb.core.errors import Refused
from cityweb.core.models import LegalRule, NumberPattern, Organisation, Role, User
from licensing import signing
from licensing.models import Procedure, ProcedureVersion

LICENCE_KIND = "licensing.licence"
RESTART, RESUME, NO_PAUSE = "restart", "resume", "none"
PAUSE_MODES = {
    RESTART: "Tính lại từ đầu khi nhận đủ bổ sung",
    RESUME: "Tạm dừng, tính tiếp khi nhận đủ bổ sung",
    NO_PAUSE: "Không tạm dừng",
}


@dataclass(frozen=True)
class Terms:
    """What the rules of a day say about time; a rule that is not settled says nothing."""

    time: LegalRule | None
    pause: LegalRule | None

    @property
    def needs_length(self) -> bool:
        return self.time is None or not self.time.is_settled

    @property
    def needs_mode(self) -> bool:
        return self.pause is None or not self.pause.is_settled


def version_on(procedure: Procedure, day: date) -> ProcedureVersion:
    """Return the version of that day. Raises `Refused("no-version")` where there is none."""
    found = ProcedureVersion.objects.in_force(day).filter(procedure=procedure).first()
    if found is None:
        raise Refused(
            "no-version",
            f"Chưa khai báo quy định của thủ tục “{procedure}” cho ngày {day:%d/%m/%Y}. "
            "Quản trị hệ thống thêm bản quy định rồi làm lại.",
        )
    return found


def terms_on(version: ProcedureVersion, day: date) -> Terms:
    """Return the rules of time that this version names, as they are on that day."""
    time = law.find(version.time_rule, on=day) if version.time_rule else None
    return Terms(time, law.find(version.pause_rule, on=day))


def leader_of(body: Organisation, day: date) -> User | None:
    """Return who leads the body that day and is to sign, as a draft names them."""
    directors = User.objects.holding([Role.DIRECTOR], on=day).filter(organisation=body)
    return directors.exclude(position__startswith=signing.DEPUTY).order_by("pk").first()


def in_charge(day: date) -> Organisation:
    """Return the body that licenses on that day: the one that numbers licences.

    Raises `Refused("nobody-in-charge")` unless there is exactly one.
    """
    found = [
        one.organisation
        for one in NumberPattern.objects.in_force(day)
        .filter(kind=LICENCE_KIND)
        .select_related("organisation")[:2]
    ]
    if len(found) != 1:
        raise Refused(
            "nobody-in-charge",
            "Chưa rõ cơ quan nào cấp phép vào ngày này: quản trị hệ thống khai báo cách đánh số "
            "giấy phép của đúng một cơ quan.",
        )
    return found[0]
