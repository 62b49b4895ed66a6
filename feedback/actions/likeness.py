"""Which earlier submissions may be about the same thing: suggested by words, decided by people."""

from collections import Counter
from datetime import timedelta

from cachetools.func import ttl_cache
from django.contrib.postgres.search import SearchQuery
from django.db import connection, transaction

from cityweb.core import audit
from cityweb.core.errors import Refused
from cityweb.core.models import OutboxItem, User
from feedback.actions._moving import lock
from feedback.actions.sorting import merge
from feedback.models import DuplicateSuggestion, Submission
from feedback.rules import likeness, terms, word_pairs
from feedback.states import State

COMPARE = "feedback.compare"
LOOK_BACK = timedelta(days=60)
CANDIDATES = 60
MOST_SUGGESTED = 5
LIKE_ENOUGH = 0.24
_MOST_PAIRS = 16
_COMPARED = ("subject", "place", "body", "unit", "category")
_COMMON_SECONDS = 600
_RARE = 0.0005
# What ANALYZE saw most often in letters; words that are not named are rarer than all of these.
_COMMON = """
    SELECT word, share FROM pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) AS seen (word, share)
    WHERE schemaname = current_schema() AND tablename = %s AND attname = 'search'
        AND word IS NOT NULL
"""


def compare_from_outbox(item: OutboxItem) -> None:
    """Handle the outbox row that a beginning case left; one erased meanwhile is passed by."""
    for submission in Submission.objects.filter(pk=item.about_id):
        suggest_duplicates(submission)


def suggest_duplicates(submission: Submission) -> int:
    """Note the earlier submissions that read alike; return how many. Safe to run twice.

    Looks at the same mailbox, sixty days back. Never across the border of what is restricted.
    """
    pairs = _rarest(word_pairs(f"{submission.subject} . {submission.body}"))
    if not pairs or submission.is_restricted:
        return 0
    any_pair = " | ".join(f"({one} <-> {two})" for one, two in pairs)
    earlier = Submission.objects.filter(
        mailbox=submission.mailbox_id,
        is_restricted=False,
        is_suspected_spam=False,
        pk__lt=submission.pk,
        received_at__gte=submission.received_at - LOOK_BACK,
        search=SearchQuery(any_pair, config="simple", search_type="raw"),
    ).exclude(state=State.REJECTED)
    newest = list(earlier.only(*_COMPARED).order_by("-received_at")[:CANDIDATES])
    scored = zip(_scores(submission, newest), newest, strict=True)
    alike = sorted((one for one in scored if one[0] >= LIKE_ENOUGH), key=lambda one: -one[0])
    best = alike[:MOST_SUGGESTED]
    DuplicateSuggestion.objects.bulk_create(
        (
            DuplicateSuggestion(submission=submission, other=other, score=score)
            for score, other in best
        ),
        ignore_conflicts=True,
    )
    return len(best)


def _rarest(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs that tell most: those least likely to stand in a letter by chance.

    Of a flood about one thing all pairs are common; then the first ones do as well as any.
    """
    share = common_words()

    def chance(pair: tuple[str, str]) -> float:
        return share.get(pair[0], _RARE) * share.get(pair[1], _RARE)

    return sorted(pairs, key=chance)[:_MOST_PAIRS]


@ttl_cache(maxsize=1, ttl=_COMMON_SECONDS)
def common_words() -> dict[str, float]:
    """Return the share of letters that each common word stands in, as the database last saw."""
    with connection.cursor() as cursor:
        cursor.execute(_COMMON, [Submission._meta.db_table])
        return dict(cursor.fetchall())


@transaction.atomic
def settle_suggestion(*, pk: int, actor: User, is_same: bool) -> DuplicateSuggestion:
    """Decide on a suggestion: join the later one to the earlier, or leave both as they are."""
    suggestion = DuplicateSuggestion.objects.select_for_update().get(pk=pk)
    lock(suggestion.submission_id, actor)
    if suggestion.verdict != DuplicateSuggestion.Verdict.SUGGESTED:
        raise Refused("settled", "Gợi ý này đã được xử lý.")
    if is_same:
        merge(pk=suggestion.submission_id, into=suggestion.other_id, actor=actor)
    verdicts = DuplicateSuggestion.Verdict
    suggestion.verdict = verdicts.CONFIRMED if is_same else verdicts.DISMISSED
    suggestion.decided_by = actor
    suggestion.save(update_fields=["verdict", "decided_by"])
    audit.record(
        actor=actor,
        verb="feedback.suggestion_settled",
        target=suggestion.submission,
        is_same=is_same,
    )
    return suggestion


def _scores(submission: Submission, others: list[Submission]) -> list[float]:
    mine = _terms(submission)
    theirs = [_terms(other) for other in others]
    seen = Counter(term for words in (mine, *theirs) for term in words)
    return [
        likeness(mine, words, seen, len(others) + 1) * _nearness(submission, other)
        for words, other in zip(theirs, others, strict=True)
    ]


def _terms(submission: Submission) -> frozenset[str]:
    return terms(f"{submission.subject} . {submission.place} . {submission.body}")


def _nearness(one: Submission, other: Submission) -> float:
    """Return how much more the same place and the same subject make of the same words."""
    same_unit = one.unit_id is not None and one.unit_id == other.unit_id
    same_category = one.category_id is not None and one.category_id == other.category_id
    return (1.25 if same_unit else 1.0) * (1.2 if same_category else 1.0)
