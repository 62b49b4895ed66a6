"""`manage.py check_sites [--all | --site CODE …] [--deep]`: ask member sites now, and sum up."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from members import actions
from members.asking import Answer, Errand
from members.models import MemberSite, Round


class Command(BaseCommand):
    help = (
        "Hỏi các website thành viên ngay bây giờ. Không chọn gì: hỏi những website đã tới lượt. "
        "In từng website khi xong và tổng kết ở cuối."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        chosen = parser.add_mutually_exclusive_group()
        chosen.add_argument("--all", action="store_true", help="mọi website đang theo dõi")
        chosen.add_argument("--site", nargs="+", metavar="MÃ", help="những website này")
        parser.add_argument("--deep", action="store_true", help="xem trang con, thay vì trang chủ")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["all"] or options["site"]:
            sites = self._sites(options["site"])
            rounds = actions.claim_sites(sites, now=now, is_deep=options["deep"])
            self._say_what_is_busy(sites, rounds)
        else:
            rounds = actions.claim_due(now=now)
        self.done, self.failures = 0, Counter()
        self.total = sum(Round.objects.filter(pk__in=rounds).values_list("sites", flat=True))
        for pk in rounds:
            finished = actions.run(pk, tell=self._tell)
            if finished and finished.note:
                self.stdout.write(f"Không tính kết quả lượt {pk}: {finished.note}")
        self._sum_up()

    def _sites(self, codes: list[str] | None) -> list[MemberSite]:
        watched = MemberSite.objects.watched(timezone.localdate())
        if codes is None:
            return list(watched)
        found = {site.code: site for site in watched.filter(code__in=codes)}
        lacking = [code for code in codes if code not in found]
        if lacking:
            raise CommandError(
                f"Không có website đang theo dõi với mã: {', '.join(lacking)}. "
                "Xem mã trong danh bạ website thành viên."
            )
        return list(found.values())

    def _say_what_is_busy(self, sites: list[MemberSite], rounds: list[int]) -> None:
        claimed = sum(Round.objects.filter(pk__in=rounds).values_list("sites", flat=True))
        if claimed < len(sites):
            self.stdout.write(f"{len(sites) - claimed} website đang được hỏi ở lượt khác, bỏ qua.")

    def _tell(self, errand: Errand, answers: list[Answer]) -> None:
        self.done += 1
        for answer in answers[:1]:
            self.failures[answer.failure.label if answer.failure else ""] += 1
        self.stdout.write(f"[{self.done}/{self.total}] {errand.code}: {_said(answers)}")
        self.stdout.flush()

    def _sum_up(self) -> None:
        if not self.done:
            self.stdout.write("Chưa website nào tới lượt.")
            return
        reached = self.failures.pop("", 0)
        self.stdout.write(f"Xong {self.done} website: {reached} truy cập được.")
        for label, count in self.failures.most_common():
            self.stdout.write(f"  {count} {label}")


def _said(answers: list[Answer]) -> str:
    """Return what a site answered first, which is its home page unless pages below were asked."""
    if not answers:
        return "không có trang con nào tới lượt"
    first = answers[0]
    said = first.fetched.reason if first.failure else "truy cập được"
    return f"{said} ({first.fetched.elapsed_ms} ms)"
