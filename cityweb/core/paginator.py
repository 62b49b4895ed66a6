"""Paging that stays fast at a million rows."""

from functools import cached_property

from django.core.paginator import Paginator


class CappedPaginator(Paginator):
    """Counts no further than `counted_at_most`; what lies beyond is reached by filters."""

    # Nobody turns a hundred pages; a filter finds what lies deeper.
    counted_at_most = 10_000

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by().values("pk")[: self.counted_at_most].count()

    @property
    def is_capped(self) -> bool:
        """Tell whether there may be more than was counted."""
        return self.count >= self.counted_at_most
