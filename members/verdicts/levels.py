"""What every verdict says: how grave it is, what is the matter, why, and what to do."""

from dataclasses import dataclass

from django.db import models


class Subject(models.TextChoices):
    """What a verdict is about."""

    AVAILABILITY = "availability", "Truy cập"
    ABNORMALITY = "abnormality", "Bất thường"
    FRESHNESS = "freshness", "Cập nhật tin"
    TLS = "tls", "Chứng thư số"
    DIRECTIVE = "directive", "Chủ trương chung"


class Level(models.TextChoices):
    """How a site stands, from best to worst; the last is what the wall shows first."""

    OK = "ok", "Bình thường"
    UNKNOWN = "unknown", "Chưa rõ"
    PLANNED = "planned", "Đang bảo trì"
    UNMEASURABLE = "unmeasurable", "Không đo được"
    NOTICE = "notice", "Cần xem"
    BAD = "bad", "Có lỗi"


ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True)
class Judgement:
    """One verdict. `rule` tells what was counted, `evidence` quotes what was seen at `url`."""

    level: Level
    code: str
    text: str
    rule: str = ""
    url: str = ""
    evidence: str = ""
    fix: str = ""
