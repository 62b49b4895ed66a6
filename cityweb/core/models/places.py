"""Administrative units, present and former, and which new unit took over from which old one.

Data: `cityweb/core/data/`, made from the package `vietnamadminunits` (MIT), see the note there.
"""

from django.db import models
from django.db.models import Q


class AdminUnit(models.Model):
    """A ward, commune, special zone, or a former district, ward or commune."""

    class Kind(models.TextChoices):
        WARD = "ward", "Phường"
        COMMUNE = "commune", "Xã"
        SPECIAL_ZONE = "special_zone", "Đặc khu"
        TOWNSHIP = "township", "Thị trấn"
        DISTRICT = "district", "Quận, huyện, thành phố, thị xã"
        PROVINCE = "province", "Tỉnh, thành phố trực thuộc trung ương"

    code = models.CharField("mã", max_length=20)
    name = models.CharField("tên đầy đủ", max_length=120)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    search_key = models.CharField("khóa tìm không dấu", max_length=160, editable=False)
    # Compared byte by byte, whatever the order of letters of the database is.
    sort_key = models.CharField("khóa sắp xếp", max_length=200, editable=False, db_collation="C")
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("hết hiệu lực sau ngày", null=True, blank=True)

    class Meta:
        verbose_name = "đơn vị hành chính"
        verbose_name_plural = "đơn vị hành chính"
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_to__isnull=True), name="one_present_unit_a_code"
            ),
        ]
        indexes = [models.Index(fields=["search_key"], name="admin_unit_search_key")]

    def __str__(self) -> str:
        return self.name


class AdminUnitSuccession(models.Model):
    """An old unit went, wholly or in part, into a new one."""

    old = models.ForeignKey(
        AdminUnit, models.CASCADE, related_name="went_into", verbose_name="đơn vị cũ"
    )
    new = models.ForeignKey(
        AdminUnit, models.CASCADE, related_name="came_from", verbose_name="đơn vị mới"
    )
    is_partial = models.BooleanField("chỉ một phần", default=False)

    class Meta:
        verbose_name = "kế thừa địa giới"
        verbose_name_plural = "kế thừa địa giới"
        constraints = [
            models.UniqueConstraint(fields=["old", "new"], name="one_succession_a_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
