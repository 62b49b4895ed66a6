"""Loads sample parties, guidance, a plan with a drawing, inspections on their way.

Few of them carry issued papers, which cost most of the time.
"""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from advertising import actions, rules
from advertising.demo import fining
from advertising.demo.desk import Desk, gather, subject, team, until_checking
from advertising.demo.zoo import server as zoo
from advertising.models import AdSite, Guidance, Inspection, Party, Plan, ServiceNotice
from cityweb.core import demo_people
from cityweb.core.models import NumberPattern, Organisation, User
from licensing.models import Licence

_HERE = Path(__file__).parent
_SERIES = {
    "advertising.inspection": ("KT-{year}-{number}", 3),
    "advertising.decision": ("{number}/QĐ-KT-SKHCN", 2),
    "advertising.minutes": ("{number}/BB-KT", 2),
    "advertising.conclusion": ("{number}/TB-SKHCN-KT", 2),
    "advertising.violation_minutes": ("{number}/BB-VPHC", 2),
    "advertising.sanction": ("{number}/QĐ-XPHC", 2),
    "advertising.takedown": ("{number}/SKHCN-KT", 2),
    "advertising.invitation": ("{number}/SKHCN-MPH", 2),
    "advertising.guidance": ("{number}/SKHCN-NN", 2),
}
_PEOPLE = (
    ("kiemtra", "Trần Đình Lộc", "Chuyên viên kiểm tra quảng cáo", "inspector"),
    ("kiemtra2", "Bùi Thị Ngọc Mai", "Chuyên viên kiểm tra quảng cáo", "inspector"),
)
_SEED = "gieo ngày lập kế hoạch"


def load(*, password: str, now: datetime) -> int:
    """Load what is missing and return how many inspections are new."""
    if Inspection.objects.exists():
        return 0
    with transaction.atomic():
        director = User.objects.get(email="giamdoc@demo.cityweb.example")
        _patterns(director.organisation)
        people = [_person(*one, password, director.organisation) for one in _PEOPLE]
        head = User.objects.get(email="truongphong@demo.cityweb.example")
        desk = Desk(*people, head, director, now)
        _guidance()
        _parties(now.date())
        plan = _plan(desk)
        _inspections(desk, plan)
        _signals(desk)
    return Inspection.objects.count()


def _patterns(body: Organisation) -> None:
    for kind, (pattern, digits) in _SERIES.items():
        facts = {"pattern": pattern, "digits": digits, "effective_from": date(2025, 3, 1)}
        NumberPattern.objects.get_or_create(organisation=body, kind=kind, defaults=facts)


def _person(
    key: str, name: str, position: str, role: str, password: str, body: Organisation
) -> User:
    found, _ = demo_people.person(
        f"{key}@demo.cityweb.example",
        password=password,
        roles=[role],
        full_name=name,
        position=position,
        organisation=body,
    )
    return found


def _guidance() -> None:
    rows = json.loads((_HERE / "guidance.json").read_text("utf-8"))
    Guidance.objects.bulk_create(Guidance(is_public=True, **row) for row in rows)


def _parties(today: date) -> None:
    _licensed()
    for row in json.loads((_HERE / "parties.json").read_text("utf-8")):
        sites, notice = row.pop("sites"), row.pop("notice", "")
        party = Party.objects.create(**row)
        AdSite.objects.bulk_create(
            AdSite(name=name, domain=domain, home_url=f"https://{domain}/", operator=party)
            for name, domain in sites
        )
        if notice:
            ServiceNotice.objects.create(
                party=party, number="01/TB-DV", services=notice, contact=party.email,
                sent_on=today - timedelta(days=200), received_on=today - timedelta(days=197),
            )  # fmt: skip


def _licensed() -> None:
    """Let one website be that of a licence in the register, run by its holder."""
    rows = Licence.objects.filter(state="valid").select_related("current", "holder")
    licence = rows.order_by("-issued_on", "-pk").first()
    if licence is None:
        return
    says = licence.current
    holder = Party.objects.create(
        name=says.holder_name, organisation=licence.holder, roles=["ad_publisher"],
        address=says.address,
    )  # fmt: skip
    AdSite.objects.create(
        name=says.site_name, domain=says.domains[0], home_url=f"https://{says.domains[0]}/",
        operator=holder, licence=licence,
    )  # fmt: skip


def _plan(desk: Desk) -> Plan:
    """Write the plan of the year: two sites for a reason, two by chance, approved."""
    at = desk.ago(90)
    plan = actions.write_plan(
        kind=Plan.Kind.YEARLY, year=at.year, actor=desk.lead, at=at,
        name=f"Kế hoạch kiểm tra quảng cáo trên mạng năm {at.year}",
        purpose="Chấn chỉnh quảng cáo che nội dung, không tắt được; bảo vệ người đọc trên "
        "điện thoại.",
        grounds="Nghị định 342/2025/NĐ-CP có hiệu lực từ ngày 15/02/2026\n"
        "Phản ánh của người dân qua hộp thư góp ý",
    )  # fmt: skip
    reasons = {
        "tinbennghe.example": "Bảy phản ánh về quảng cáo che toàn màn hình trong quý trước.",
        "phodem.example": "Kết quả theo dõi: nút tắt giả trên điện thoại.",
    }
    for domain, reason in reasons.items():
        site = AdSite.objects.get(domain=domain)
        actions.choose(pk=plan.pk, actor=desk.lead, site=site, reason=reason)
    actions.commit(pk=plan.pk, actor=desk.lead, size=2, seed_sha256=rules.seed_hash(_SEED), at=at)
    actions.witness(pk=plan.pk, actor=desk.second, words="sông Sài Gòn")
    actions.draw(pk=plan.pk, actor=desk.lead, seed=_SEED, at=desk.ago(89))
    actions.put_up_plan(pk=plan.pk, actor=desk.lead)
    actions.approve(pk=plan.pk, actor=desk.director, at=desk.ago(85))
    return plan


def _captures(one: Inspection, desk: Desk) -> None:
    """Ask for captures; workers take them once the portal is up, live or from what is stored."""
    if not settings.AD_SAMPLE_CAPTURES:
        return
    for code in ("dem-nguoc-8", "gia-mo-cua-so"):
        wanted = actions.Wanted(
            zoo.address(code, settings.AD_ZOO_PORT), purpose="Theo kế hoạch kiểm tra"
        )
        actions.ask_capture(pk=one.pk, wanted=wanted, actor=desk.lead, at=desk.ago(1))


def _signals(desk: Desk) -> None:
    """Write down two signals; one is being looked into."""
    rows = (
        ("phodem.example", "watch", "Nút tắt trên điện thoại mở sang trang bán hàng."),
        ("ankhang.example", "request", "Sở Y tế đề nghị xem quảng cáo thực phẩm bổ sung."),
    )
    for domain, source, words in rows:
        site = AdSite.objects.get(domain=domain)
        made = actions.note_signal(
            actor=desk.second, source=source, site=site, words=words, at=desk.ago(1)
        )
    actions.triage(pk=made.pk, actor=desk.second)


def _inspections(desk: Desk, plan: Plan) -> None:
    """Let inspections stand in several states, the oldest one with a fine that waits for review."""
    fining.load(desk)
    targets = {one.site.domain: one for one in plan.targets.select_related("site")}
    checked = actions.open_planned(
        pk=plan.pk, actor=desk.lead, target=targets["tinbennghe.example"],
        subject=subject(desk, 6, 9, f"Theo {plan}."), at=desk.ago(12),
    )  # fmt: skip
    # Its page lives in the ad zoo, so that a capture has something to find.
    home = zoo.address("dem-nguoc-8", settings.AD_ZOO_PORT)
    AdSite.objects.filter(pk=checked.site_id).update(home_url=home)
    until_checking(checked, desk)
    gather(checked, desk)
    _captures(checked, desk)
    proposed = actions.open_planned(
        pk=plan.pk, actor=desk.lead, target=targets["phodem.example"],
        subject=subject(desk, -3, 12, f"Theo {plan}."), at=desk.ago(2),
    )  # fmt: skip
    team(proposed, desk)
    actions.put_up(pk=proposed.pk, actor=desk.lead, at=desk.ago(1))
    actions.open_ad_hoc(
        actor=desk.second, site=AdSite.objects.get(domain="ankhang.example"), source="report",
        subject=subject(desk, -2, 10, "Người dân phản ánh quảng cáo thực phẩm chức năng chữa "
                         "khỏi bệnh.", kind="product"),
        at=desk.ago(1),
    )  # fmt: skip
