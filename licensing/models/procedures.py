"""Procedures as data: what the law of a day asks for, wants checked, and allows as time."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Cast

from cityweb.core.models.dated import DatedQuerySet, ends_after_it_begins, never_overlapping
from cityweb.core.models.law import Confidence
from licensing.states import Event


class Procedure(models.Model):
    """One administrative procedure; what it asks for stands in its versions."""

    code = models.CharField("mã", max_length=20, unique=True)
    slug = models.SlugField("địa chỉ", unique=True)
    name = models.CharField("tên thủ tục", max_length=200)
    short_name = models.CharField("tên ngắn", max_length=60)
    event = models.CharField(
        "kết quả ghi vào sổ giấy phép", max_length=10, choices=Event, blank=True
    )
    is_filed = models.BooleanField(
        "tổ chức nộp hồ sơ", help_text="Bỏ dấu khi cơ quan nhà nước tự thực hiện."
    )
    needs_licence = models.BooleanField("về một giấy phép đã cấp")
    position = models.PositiveSmallIntegerField("thứ tự")

    class Meta:
        verbose_name = "thủ tục"
        verbose_name_plural = "thủ tục"
        ordering = ["position"]

    def __str__(self) -> str:
        return self.short_name


@pghistory.track()
class ProcedureVersion(models.Model):
    """A procedure as the law of some time has it. A dossier keeps the version of its receipt."""

    procedure = models.ForeignKey(
        Procedure, models.PROTECT, related_name="versions", verbose_name="thủ tục"
    )
    name = models.CharField("tên bản quy định", max_length=80)
    effective_from = models.DateField("áp dụng từ ngày")
    effective_to = models.DateField("đến trước ngày", null=True, blank=True)
    citation = models.TextField("căn cứ")
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    time_rule = models.CharField(
        "mã quy tắc thời hạn", max_length=80, help_text="Ví dụ LIC.ISSUE.TIME; để trống: không có.",
        blank=True,
    )  # fmt: skip
    pause_rule = models.CharField(
        "mã quy tắc tính giờ sau bổ sung", max_length=80, default="ONESTOP.SUPPLEMENT.CLOCK"
    )
    limit_rules = ArrayField(
        models.CharField(max_length=80),
        verbose_name="mã các quy tắc khác",
        blank=True,
        default=list,
        help_text="Cách nhau bằng dấu phẩy: thời hạn giấy phép, số lần gia hạn…",
    )
    sets = models.PositiveSmallIntegerField("số bộ hồ sơ", default=1)
    result_form = models.CharField("mẫu của kết quả", max_length=120, blank=True)
    who = models.TextField("ai nộp, khi nào")
    note = models.TextField("điều chưa rõ, cần xác nhận", blank=True)

    objects = DatedQuerySet["ProcedureVersion"].as_manager()

    class Meta:
        verbose_name = "bản quy định của thủ tục"
        verbose_name_plural = "bản quy định của thủ tục"
        ordering = ["procedure", "-effective_from"]
        constraints = [
            never_overlapping(
                "versions_of_one_procedure_never_overlap",
                Cast("procedure_id", models.TextField()),
                "Thủ tục này đã có bản quy định trong khoảng thời gian đó. "
                "Hãy ghi ngày kết thúc cho bản cũ trước.",
            ),
            ends_after_it_begins("procedure_version_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.procedure}: {self.name}"


class Component(models.Model):
    """A paper that a dossier of this version consists of, by its exact name."""

    version = models.ForeignKey(
        ProcedureVersion, models.CASCADE, related_name="components", verbose_name="bản quy định"
    )
    # The same paper in every version, so that files stay where they belong when the law changes.
    code = models.SlugField("mã", max_length=30)
    name = models.CharField("tên giấy tờ", max_length=300)
    form_number = models.CharField("mẫu số", max_length=80, blank=True)
    hint = models.TextField("hướng dẫn", blank=True)
    note = models.TextField(
        "điều chưa rõ", blank=True, help_text="Chỉ cán bộ đọc: điều cần xác nhận về giấy tờ này."
    )
    is_required = models.BooleanField("bắt buộc", default=True)
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    position = models.PositiveSmallIntegerField("thứ tự")

    class Meta:
        verbose_name = "thành phần hồ sơ"
        verbose_name_plural = "thành phần hồ sơ"
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "code"], name="one_component_a_code_and_version"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Condition(models.Model):
    """What the appraisal of this version has to find out."""

    version = models.ForeignKey(
        ProcedureVersion, models.CASCADE, related_name="conditions", verbose_name="bản quy định"
    )
    code = models.CharField("mã", max_length=10)
    text = models.TextField("điều kiện")
    citation = models.CharField("căn cứ", max_length=200)
    confidence = models.CharField("độ tin cậy", max_length=10, choices=Confidence)
    position = models.PositiveSmallIntegerField("thứ tự")

    class Meta:
        verbose_name = "điều kiện thẩm định"
        verbose_name_plural = "điều kiện thẩm định"
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "code"], name="one_condition_a_code_and_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.text[:60]}"
