"""A score for spam learned from what officers decide: naive Bayes over hashed words.

Nothing leaves the house, no word is stored, and a score decides only which queue a letter waits in.
"""

import hashlib
import math
import re

from django.db import connection

from cityweb.core import text
from feedback.models import SpamLesson, SpamWord, Submission

SUSPECTED_FROM = 0.95
# Before so many of each kind were seen the score would be a guess.
FEWEST_LESSONS = 8
MOST_WORDS = 400
MOST_TELLING = 20
_BUCKETS = 2**18
_ALL = 0
_WORD = re.compile(r"\w{2,30}")
_LINK = re.compile(r"(?:https?://|www\.)([\w.-]{1,80})", re.IGNORECASE)

_LEARN = """
INSERT INTO feedback_spamword (bucket, spam, honest)
SELECT bucket, %s, %s FROM unnest(%s::int[]) AS bucket ORDER BY bucket
ON CONFLICT (bucket) DO UPDATE SET
    spam = feedback_spamword.spam + excluded.spam,
    honest = feedback_spamword.honest + excluded.honest
"""


def score(submission: Submission) -> float | None:
    """Return how much a letter reads like spam, 0 to 1; nothing while too little was learned."""
    buckets = features(submission)
    known = {row.bucket: row for row in SpamWord.objects.filter(bucket__in=[_ALL, *buckets])}
    every = known.pop(_ALL, None)
    if every is None or min(every.spam, every.honest) < FEWEST_LESSONS:
        return None
    odds = [_log_odds(row, every) for row in known.values()]
    telling = sorted(odds, key=abs, reverse=True)[:MOST_TELLING]
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, sum(telling)))))


def _log_odds(row: SpamWord, every: SpamWord) -> float:
    """Return how much one word speaks for spam; a word seen once or twice speaks softly."""
    spam = (max(row.spam, 0) + 0.5) / (every.spam + 1)
    honest = (max(row.honest, 0) + 0.5) / (every.honest + 1)
    seen = max(row.spam, 0) + max(row.honest, 0)
    return math.log(spam / honest) * seen / (seen + 2)


def learn(submission: Submission, *, is_spam: bool) -> None:
    """Remember a decision, in the caller's transaction; another decision replaces it."""
    lesson = SpamLesson.objects.filter(submission=submission).first()
    if lesson is not None and lesson.is_spam == is_spam:
        return
    if lesson is not None:
        _count(submission, is_spam=lesson.is_spam, by=-1)
    SpamLesson.objects.update_or_create(submission=submission, defaults={"is_spam": is_spam})
    _count(submission, is_spam=is_spam, by=1)


def _count(submission: Submission, *, is_spam: bool, by: int) -> None:
    # One statement that takes its rows in order, so that two lessons never wait for each other
    # in a circle.
    buckets = [_ALL, *sorted(features(submission))]
    with connection.cursor() as cursor:
        cursor.execute(_LEARN, [by * is_spam, by * (not is_spam), buckets])


def features(submission: Submission) -> set[int]:
    """Return the hashes of the letter's words, of neighbouring pairs, and of hosts it links to."""
    letter = text.fold(f"{submission.subject}\n{submission.body}"[:20_000])
    words = _WORD.findall(letter)[:MOST_WORDS]
    pairs = [f"{one} {two}" for one, two in zip(words, words[1:], strict=False)]
    hosts = _LINK.findall(letter)
    facts = [f"link:{host.lower()}" for host in hosts] + [f"links:{min(len(hosts), 5)}"]
    return {_bucket(feature) for feature in (*words, *pairs, *facts)}


def _bucket(feature: str) -> int:
    digest = hashlib.blake2b(feature.encode(), digest_size=4).digest()
    return 1 + int.from_bytes(digest, "big") % _BUCKETS
