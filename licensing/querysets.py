"""Named questions about the register."""

from datetime import date
from typing import Any, Self

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import F, Func


class LicenceQuerySet(models.QuerySet[Any]):
    def holding(self, words: str) -> Self:
        """Keep the licences in whose text all these folded words stand."""
        return self.filter(search=SearchQuery(words, config="simple"))

    def read_for(self, words: str) -> Self:
        """Keep the same, but read each licence instead of asking the index of words."""
        query = SearchQuery(words, config="simple")
        return self.filter(
            Func(F("search"), query, function="ts_match_vq", output_field=models.BooleanField())
        )

    def turning(self, today: date) -> Self:
        """Keep those that stand otherwise since a day that has come."""
        return self.filter(changes_on__lte=today)
