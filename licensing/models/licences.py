"""The register: licences, and their versions, one after the other without gap or overlap."""

from datetime import date

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast

from cityweb.core.models import history
from cityweb.core.models.dated import never_overlapping
from licensing import rules
from licensing.querysets import LicenceQuerySet, VersionQuerySet
from licensing.states import Event, Standing


@pghistory.track(exclude=["words", "search"])
class Licence(models.Model):
    """A number given once. What the licence says stands in its versions.

    `current`, `state`, `changes_on` and `words` follow from the last version and today, so that
    lists need not ask; only the verbs and the turn of the day write them.
    """

    number = models.CharField("số giấy phép", max_length=60)
    number_key = models.CharField("số để so sánh", max_length=60, db_index=True)
    slug = models.SlugField("địa chỉ", max_length=80, unique=True)
    issuer = models.ForeignKey(
        "core.Organisation", models.PROTECT, related_name="+", verbose_name="cơ quan cấp"
    )
    holder = models.ForeignKey(
        "core.Organisation", models.PROTECT, related_name="licences", verbose_name="tổ chức"
    )
    issued_on = models.DateField("ngày cấp")
    current = models.ForeignKey(
        "LicenceVersion", models.PROTECT, null=True, related_name="+", verbose_name="bản hiện nay"
    )
    state = models.CharField("hiệu lực", max_length=10, choices=Standing)
    changes_on = models.DateField("hiệu lực đổi vào ngày", null=True)
    words = models.TextField("chữ để tìm")
    search = models.GeneratedField(
        expression=SearchVector("words", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = LicenceQuerySet.as_manager()

    class Meta:
        verbose_name = "giấy phép"
        verbose_name_plural = "giấy phép"
        ordering = ["-issued_on", "-id"]
        indexes = [
            GinIndex(fields=["search"], name="licence_search"),
            # What `reports.finding` walks; a list of changes to come would be read every month.
            GinIndex(
                Func(
                    *(F("words"), F("state"), F("issuer"), F("issued_on")),
                    function="licensing_terms",
                    output_field=ArrayField(models.TextField()),
                ),
                fastupdate=False,
                name="licences_by_term",
            ),
            models.Index(fields=["-issued_on", "-id"], name="licences_newest"),
            models.Index(fields=["state", "-issued_on", "-id"], name="licences_by_state"),
            models.Index(fields=["issuer", "-issued_on", "-id"], name="licences_by_issuer"),
            models.Index(
                fields=["changes_on"], condition=Q(changes_on__isnull=False), name="licences_turn"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def path(self) -> str:
        """The public address, the same for ever."""
        return f"/giay-phep/{self.slug}/"


class GuardVersion(history.OwnFunction):
    """Refuses to change or delete a version, but for its being ended once by the next one."""

    name = "versions_are_never_rewritten"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    function = "licensing_guard_version"


class GuardExtension(history.OwnFunction):
    """Refuses an extension that ends no later than the version before it."""

    name = "extensions_last_longer"
    when = pgtrigger.Before
    operation = pgtrigger.Insert
    function = "licensing_guard_extension"


@pghistory.track()
class LicenceVersion(models.Model):
    """What a licence says from one day to another, and the decision that made it say so."""

    licence = models.ForeignKey(
        Licence, models.PROTECT, related_name="versions", verbose_name="giấy phép"
    )
    ordinal = models.PositiveSmallIntegerField("lần")
    event = models.CharField("việc", max_length=10, choices=Event)
    decision_number = models.CharField("số quyết định", max_length=80)
    decided_on = models.DateField("ngày ký")
    paper = models.OneToOneField(
        "core.Paper", models.PROTECT, null=True, related_name="+", verbose_name="văn bản đã ký"
    )
    reason = models.TextField("lý do", blank=True)
    effective_from = models.DateField("từ ngày")
    effective_to = models.DateField("đến trước ngày", null=True)
    valid_to = models.DateField("giấy phép có giá trị đến hết ngày")
    suspended_until = models.DateField("có hiệu lực trở lại từ ngày", null=True)
    holder_name = models.CharField("tên tổ chức", max_length=250)
    address = models.CharField("trụ sở chính", max_length=300, blank=True)
    site_name = models.CharField("tên trang", max_length=200)
    domains = ArrayField(models.CharField(max_length=253), verbose_name="tên miền")
    sections = ArrayField(models.CharField(max_length=120), verbose_name="chuyên mục", default=list)
    sources = ArrayField(models.CharField(max_length=200), verbose_name="nguồn tin", default=list)
    servers = models.CharField("nơi đặt máy chủ", max_length=300, blank=True)
    manager = models.CharField("người chịu trách nhiệm nội dung", max_length=120)
    recorded_at = models.DateTimeField("ghi vào sổ lúc")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi"
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "bản của giấy phép"
        verbose_name_plural = "bản của giấy phép"
        ordering = ["licence", "ordinal"]
        indexes = [
            models.Index(fields=["-recorded_at", "-id"], name="versions_newest"),
            models.Index(
                Func(F("decision_number"), function="core_fold", output_field=models.TextField()),
                name="versions_by_decision",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["licence", "ordinal"], name="versions_are_counted"),
            never_overlapping(
                "versions_of_one_licence_never_overlap",
                Cast("licence_id", models.TextField()),
                "Giấy phép này đã có bản khác trong khoảng thời gian đó.",
            ),
            # On the day it begins a version may be ended again: it then never held.
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gte=F("effective_from")),
                name="version_ends_no_sooner_than_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(event=Event.SUSPENDED, suspended_until__gt=F("effective_from"))
                | (~Q(event=Event.SUSPENDED) & Q(suspended_until__isnull=True)),
                name="only_a_suspension_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(event__in=[Event.SUSPENDED, Event.REVOKED]) | ~Q(reason=""),
                name="suspending_and_revoking_has_a_reason",
            ),
        ]
        triggers: list[pgtrigger.Trigger] = [
            GuardVersion(),
            GuardExtension(),
            history.RefuseTruncate(),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()} {self.decision_number}"

    def standing(self, on: date) -> Standing:
        """How the licence stands on a day on which this version is its last."""
        return rules.standing(
            event=self.event, valid_to=self.valid_to, suspended_until=self.suspended_until, on=on
        )

    def turns_on(self, on: date) -> date | None:
        """The next day after `on` when the licence stands otherwise by itself."""
        return rules.turns_on(
            event=self.event, valid_to=self.valid_to, suspended_until=self.suspended_until, on=on
        )
