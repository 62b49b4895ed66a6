"""What a licensee whose licence ends has to know: until when, how, with which papers to go on.

Only what the law of the day says for certain; the rest stays out.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from cityweb.core import law
from cityweb.core.models import LegalRule
from cityweb.core.models.law import Confidence
from licensing.models import Component, Licence, ProcedureVersion
from licensing.states import Event

_FILE = "/nop-ho-so/thu-tuc"


@dataclass(frozen=True)
class Extending:
    """The law of a day on extending a licence; what is not settled is None or missing."""

    before: LegalRule | None
    most: LegalRule | None
    version: ProcedureVersion | None
    papers: list[Component]

    @classmethod
    def on(cls, today: date) -> "Extending":
        rows = ProcedureVersion.objects.in_force(today).select_related("procedure")
        version = rows.filter(procedure__event=Event.EXTENDED).first()
        papers = version.components.exclude(confidence=Confidence.UNSURE) if version else ()
        before, most = (
            rule if rule is not None and rule.is_settled else None
            for rule in (
                law.find("LIC.EXTEND.FILE_BEFORE", on=today),
                law.find("LIC.EXTEND.MAX_COUNT", on=today),
            )
        )
        return cls(before, most, version, list(papers))

    def of(self, licence: Licence, today: date) -> dict[str, Any]:
        """Return what the mail to the holder of this licence says."""
        end = licence.current.valid_to
        last_on = end - timedelta(days=self.before.value) if self.before else None
        times = licence.versions.filter(event=Event.EXTENDED).count() if self.most else 0
        is_used_up = self.most is not None and times >= self.most.value
        way = f"gia-han/nop/?giay-phep={licence.slug}" if not is_used_up else "cap-giay-phep/"
        return {
            "end": end,
            "left": (end - today).days,
            "last_on": last_on,
            "rule": self.before,
            "is_too_late": last_on is not None and last_on < today,
            "times": times,
            "is_used_up": is_used_up,
            "papers": [] if is_used_up else self.papers,
            "version": self.version,
            "file_at": f"{settings.PORTAL_ORIGIN}{_FILE}/{way}",
        }
