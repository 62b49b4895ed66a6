"""Loads the sample register, and keeps its addresses where this machine plays the sites."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from cityweb.core import demo_people
from cityweb.core.models import NumberPattern, Organisation, Role
from members.demo import pages, past, sample
from members.demo.certificates import make_authority
from members.demo.sample import SampleSite
from members.models import Contact, Directive, MaintenanceWindow, MemberSite, Rung, Section
from members.reports.letter_paper import KIND
from members.verdicts.duty import DutyKind

_SINCE = date(2025, 7, 1)
INTERVAL_MINUTES = 5
OFFICE = "Phòng Thông tin điện tử"
MONITOR = "theodoi@demo.cityweb.example"


def load(*, password: str, now: datetime) -> int:
    """Load what is missing and return how many sites are new."""
    make_authority(settings.MEMBERS_SAMPLE_FOLDER)
    _monitor(password)
    _directives(timezone.localdate(now))
    _numbers()
    new = [site for row in sample.sites().values() if (site := _load_site(row, now))]
    past.write(new, now=now)
    return len(new)


def place(port: int) -> None:
    """Put the sample sites at the port where they are played now: a demo may be started anew."""
    for row in sample.sites().values():
        home = row.home(port)
        for site in MemberSite.objects.filter(code=row.code, home_url__contains=sample.SUFFIX):
            if site.home_url != home:
                site.home_url, site.feed_url = home, f"{home}rss" if row.feed else ""
                site.sitemap_url = f"{home}sitemap.xml" if row.has_sitemap else ""
                site.save(update_fields=["home_url", "feed_url", "sitemap_url"])
            for name, path in row.sections:
                Section.objects.filter(site=site, name=name).update(url=home + path)


def _monitor(password: str) -> None:
    office = Organisation.objects.filter(name=OFFICE).first()
    demo_people.person(
        MONITOR,
        password=password,
        roles=[Role.SITE_MONITOR],
        since=_SINCE,
        full_name="Võ Hoài Nam",
        position="Chuyên viên theo dõi website thành viên",
        organisation=office,
    )


def _numbers() -> None:
    """Let the office number its letters."""
    office = Organisation.objects.filter(name=OFFICE).first()
    if office:
        NumberPattern.objects.get_or_create(
            organisation=office,
            kind=KIND,
            defaults={"pattern": "{number}/TTĐT", "effective_from": _SINCE},
        )


def _directives(today: date) -> None:
    """Ask three things of all sites: the banner of a campaign is missing or hidden on some."""
    campaigns = Directive._meta.get_field("campaign").related_model.objects
    slug = pages.CAMPAIGN.strip("/").rpartition("/")[2]
    campaign = campaigns.filter(slug=slug).first()
    begun = campaign.starts_on if campaign else today - timedelta(days=9)
    for title, kind, more in (
        (
            "Đặt biểu ngữ “30 ngày hỗ trợ tại khu phố”",
            DutyKind.BANNER,
            {
                "starts_on": begun,
                "ends_on": today + timedelta(days=30),
                "campaign": campaign,
                "link": "" if campaign else f"{settings.PORTAL_ORIGIN}{pages.CAMPAIGN}",
                "citation": "Văn bản mẫu của bản chạy thử",
            },
        ),
        (
            "Chân trang ghi người chịu trách nhiệm nội dung",
            DutyKind.FOOTER,
            {"starts_on": _SINCE, "words": ["chịu trách nhiệm"], "is_grave": False},
        ),
        ("Trang chủ dùng HTTPS", DutyKind.HTTPS, {"starts_on": _SINCE, "is_grave": False}),
    ):
        Directive.objects.get_or_create(title=title, kind=kind, defaults=more)


def _load_site(row: SampleSite, now: datetime) -> MemberSite | None:
    """Load a site; return it where it is new."""
    home = row.home(settings.MEMBERS_SAMPLE_PORT)
    site, is_new = MemberSite.objects.get_or_create(
        code=row.code,
        defaults={
            "name": row.name,
            "organisation": _body(row),
            "home_url": home,
            "feed_url": f"{home}rss" if row.feed else "",
            "sitemap_url": f"{home}sitemap.xml" if row.has_sitemap else "",
            "platform": row.platform,
            "builder": row.builder,
            "tags": row.tags,
            "interval_minutes": INTERVAL_MINUTES,
            "archived_on": row.archived or None,
        },
    )
    if is_new:
        for name, path in row.sections:
            site.sections.create(name=name, url=home + path, warn_days=5, stale_days=10)
        _responsible(site)
    if is_new and row.play == "maintenance":
        MaintenanceWindow.objects.create(
            site=site,
            starts_at=now - timedelta(hours=1),
            ends_at=now + timedelta(days=2),
            reason="Nâng cấp máy chủ theo kế hoạch đã báo trước",
        )
    return site if is_new else None


def _body(row: SampleSite) -> Organisation:
    body, _ = Organisation.objects.get_or_create(
        name=row.body,
        defaults={
            "kind": row.kind,
            "short_name": row.short_body,
            "valid_to": row.ended or None,
        },
    )
    if row.successor and body.successor is None:
        body.successor = Organisation.objects.filter(name=row.successor).first()
        body.save(update_fields=["successor"])
    return body


def _responsible(site: MemberSite) -> None:
    for rung, name, position in (
        (Rung.CONTACT, "Nguyễn Thị Đầu Mối", "Chuyên viên công nghệ thông tin"),
        (Rung.HEAD, "Trần Văn Phụ Trách", "Chánh Văn phòng"),
    ):
        Contact.objects.create(
            site=site,
            rung=rung,
            full_name=name,
            position=position,
            email=f"{rung.name.lower()}.{site.code}@demo.cityweb.example",
            phone="028 0000 0000",
            valid_from=_SINCE,
        )
