"""Whether the office shows the member sites and their scores to everybody."""

import pghistory
from django.db import models
from django.db.models import Q


@pghistory.track()
class PublicPage(models.Model):
    """The one setting of the public page: off until the office switches it on."""

    is_on = models.BooleanField(
        "công khai",
        default=False,
        help_text="Bật thì mọi người xem được trang /website-thanh-vien/; tắt thì trang không có.",
    )
    shows_scores = models.BooleanField(
        "hiện điểm và xếp loại",
        default=False,
        help_text="Của tháng trọn vẹn gần nhất. Tắt thì trang chỉ liệt kê website và đơn vị.",
    )
    introduction = models.TextField("lời giới thiệu", max_length=600, blank=True)

    class Meta:
        verbose_name = "trang công khai về website thành viên"
        verbose_name_plural = "trang công khai về website thành viên"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="there_is_one_public_page"),
        ]

    def __str__(self) -> str:
        return "Trang công khai về website thành viên"
