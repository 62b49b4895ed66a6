"""Who takes part in advertising on the internet, their websites, the services they announced."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from advertising import rules
from cityweb.core.errors import Refused


class PartyRole(models.TextChoices):
    """What one is in the business of advertising; many are several."""

    ADVERTISER = "advertiser", "Người quảng cáo"
    SERVICE_PROVIDER = "ad_service_provider", "Người kinh doanh dịch vụ quảng cáo"
    PUBLISHER = "ad_publisher", "Người phát hành quảng cáo"
    CONVEYOR = "ad_conveyor", "Người chuyển tải sản phẩm quảng cáo"


def known_roles(roles: list[str]) -> None:
    """Raise `ValidationError` for a role that does not exist, or none at all."""
    if not roles or set(roles) - set(PartyRole.values):
        raise ValidationError("Chọn ít nhất một vai trò trong danh sách.")


@pghistory.track()
class Party(models.Model):
    """An organisation or a person as the law meets them: fines differ between the two."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", "Tổ chức"
        INDIVIDUAL = "individual", "Cá nhân"

    name = models.CharField("tên", max_length=250)
    kind = models.CharField("là", max_length=15, choices=Kind, default=Kind.ORGANISATION)
    roles = ArrayField(
        models.CharField(max_length=20, choices=PartyRole), verbose_name="vai trò",
        validators=[known_roles],
    )  # fmt: skip
    organisation = models.ForeignKey(
        "core.Organisation", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="tổ chức trong danh bạ",
    )  # fmt: skip
    registration = models.CharField(
        "số đăng ký doanh nghiệp hoặc giấy tờ", max_length=60, blank=True,
        help_text="Mã số doanh nghiệp; với cá nhân chỉ ghi khi đã lập biên bản.",
    )  # fmt: skip
    representative = models.CharField("người đại diện", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=30, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        verbose_name = "bên tham gia quảng cáo"
        verbose_name_plural = "bên tham gia quảng cáo"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=~Q(registration=""),
                name="one_party_a_registration",
                violation_error_message="Số đăng ký này đã có trong danh sách.",
            ),
            models.CheckConstraint(
                condition=Q(kind="organisation") | Q(organisation__isnull=True),
                name="a_person_is_no_organisation",
                violation_error_message="Cá nhân không gắn với tổ chức trong danh bạ.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def role_names(self) -> str:
        return ", ".join(PartyRole(role).label for role in self.roles)


@pghistory.track()
class AdSite(models.Model):
    """A website that shows advertisements, who runs it, and its licence where it needs one."""

    name = models.CharField("tên website", max_length=200)
    domain = models.CharField(
        "tên miền", max_length=253, unique=True, help_text="Ví dụ: tinsaigon.vn"
    )
    home_url = models.URLField("địa chỉ trang chủ", max_length=500)
    operator = models.ForeignKey(
        Party, models.PROTECT, related_name="sites", verbose_name="đơn vị quản lý, vận hành"
    )
    licence = models.ForeignKey(
        "licensing.Licence", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="giấy phép trang tổng hợp",
    )  # fmt: skip
    note = models.TextField("ghi chú", blank=True)
    ended_on = models.DateField("ngừng hoạt động từ ngày", null=True, blank=True)

    class Meta:
        verbose_name = "website quảng cáo"
        verbose_name_plural = "website quảng cáo"
        ordering = ["domain"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(domain="") & Q(domain=models.functions.Lower(F("domain"))),
                name="a_domain_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return self.domain

    def clean(self) -> None:
        super().clean()
        try:
            self.domain = rules.domain_of(self.domain or self.home_url)
        except Refused as refusal:
            raise ValidationError({"domain": refusal.message}) from refusal


@pghistory.track()
class ServiceNotice(models.Model):
    """What a party announced to the authorities about its online advertising service."""

    class Kind(models.TextChoices):
        FIRST = "first", "Thông báo lần đầu"
        CHANGE = "change", "Thông báo thay đổi"
        END = "end", "Thông báo chấm dứt"

    party = models.ForeignKey(
        Party, models.PROTECT, related_name="notices", verbose_name="bên thông báo"
    )
    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.FIRST)
    number = models.CharField("số, ký hiệu văn bản", max_length=60, blank=True)
    sent_on = models.DateField("ngày của văn bản")
    received_on = models.DateField("ngày nhận")
    services = models.TextField("dịch vụ quảng cáo trên mạng được thông báo")
    contact = models.CharField("đầu mối liên hệ", max_length=250, blank=True)

    class Meta:
        verbose_name = "thông báo dịch vụ quảng cáo trên mạng"
        verbose_name_plural = "thông báo dịch vụ quảng cáo trên mạng"
        ordering = ["-received_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_on__gte=F("sent_on")),
                name="a_notice_is_received_after_it_is_sent",
                violation_error_message="Ngày nhận không thể trước ngày của văn bản.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} của {self.party}, nhận {self.received_on:%d/%m/%Y}"
