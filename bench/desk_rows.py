"""A million submissions with their clocks and replies, made by SQL from a fixed seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bench.database import Step

# Three in a hundred are open, as where fifteen thousand come in a month and take three weeks.
OPEN_SHARE = 0.03
EMAIL = "desk@bench.example"

PEOPLE = """
INSERT INTO core_user (email, full_name, position, password, is_active, date_joined)
SELECT CASE n WHEN 1 THEN %s ELSE 'officer' || n || '@bench.example' END,
       'Chuyên viên ' || n, '', '!', true, now()
FROM generate_series(1, 20) n;
"""
GRANTS = """
INSERT INTO core_rolegrant (user_id, role, valid_from)
SELECT id, 'officer', '2020-01-01' FROM core_user
"""
# Common words are drawn often, the last ones hardly ever.
SUBMISSIONS = """
INSERT INTO feedback_submission (
    code, token, secret_digest, mailbox_id, channel, received_at, state, kind, category_id, unit_id,
    place, subject, body, is_urgent, is_restricted, is_suspected_spam, sender_kind, sender_name,
    sender_address, sender_phone, sender_email, email_index, phone_index, may_publish_name,
    assigned_to_id, outcome, closed_at
)
SELECT 'XD' || 20 + n %% 7 || '-' || upper(lpad(to_hex(n), 8, 'X')), gen_random_uuid(), '',
       category.mailbox_id, 'web', now() - age, fate.state,
       CASE WHEN fate.state IN ('submitted', 'accepted', 'needs_info') THEN ''
            WHEN random() < 0.6 THEN 'report' WHEN random() < 0.6 THEN 'petition'
            WHEN random() < 0.98 THEN 'question' ELSE 'praise' END,
       category.id, unit.id, '', said.subject, said.body, random() < 0.02,
       random() < 0.002 AND fate.state <> 'forwarded', random() < 0.02, 'person',
       '', '', '', '', '', '', false,
       CASE WHEN fate.state <> 'submitted'
            THEN people.ids[1 + n %% array_length(people.ids, 1)] END,
       CASE fate.state WHEN 'replied' THEN 'answered' WHEN 'rejected' THEN 'refused'
                       WHEN 'redirected' THEN 'no_competence' ELSE '' END,
       CASE WHEN fate.is_open THEN NULL ELSE now() - age + interval '9 days' END
FROM generate_series(1, %s) n
CROSS JOIN LATERAL (
    SELECT interval '2000 days' * n / %s + interval '1 minute' * random() AS age,
           n <= %s AS is_open, random() AS luck
) born
CROSS JOIN LATERAL (
    SELECT born.is_open, CASE WHEN born.is_open THEN
        (ARRAY['submitted', 'submitted', 'needs_info', 'accepted', 'classified', 'forwarded',
               'forwarded', 'forwarded', 'forwarded', 'answering', 'answered', 'reply_review'])
        [1 + floor(born.luck * 12)]
        WHEN born.luck < 0.9 THEN 'replied' WHEN born.luck < 0.96 THEN 'rejected'
        ELSE 'redirected' END AS state
) fate
JOIN (
    SELECT id, mailbox_id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
    FROM feedback_category
) category ON category.place = n %% category.many
CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM core_user) people
CROSS JOIN (
    SELECT array_agg(id ORDER BY id) AS ids FROM core_adminunit
    WHERE valid_to IS NULL AND kind <> 'province'
) units
CROSS JOIN LATERAL (SELECT units.ids[1 + (n * 7) %% array_length(units.ids, 1)] AS id) unit
CROSS JOIN LATERAL (
    SELECT string_agg(word, ' ') FILTER (WHERE place <= 8) AS subject, string_agg(word, ' ') AS body
    FROM (
        SELECT place, (%s::text[])[1 + floor(%s * power(random(), 2.5 + 0 * n))::int] AS word
        FROM generate_series(1, 40) place
    ) drawn
) said
"""
CLOCKS = """
INSERT INTO core_clock (
    subject_type_id, subject_id, name, amount, unit, mode, received_at, due_at, is_provisional,
    state, paused_at, stopped_at
)
SELECT (SELECT id FROM django_content_type WHERE app_label = 'feedback' AND model = 'submission'),
       one.id, term.name, term.days, 'working_day', 'resume', one.received_at,
       date_trunc('day', one.received_at) + interval '1 day' * term.days + interval '23:59:59',
       false, fate.state,
       CASE fate.state WHEN 'paused' THEN one.received_at + interval '12 hours' END,
       CASE fate.state WHEN 'stopped' THEN coalesce(one.closed_at, now()) END
FROM feedback_submission one
CROSS JOIN (VALUES ('acknowledge', 3), ('forward', 30), ('reply', 58)) term (name, days)
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN one.closed_at IS NOT NULL THEN 'stopped'
        WHEN term.name = 'acknowledge' AND one.state <> 'submitted' THEN 'stopped'
        WHEN term.name = 'forward' AND one.state NOT IN ('submitted', 'accepted', 'classified')
            THEN 'stopped'
        WHEN one.state = 'needs_info' THEN 'paused' ELSE 'running' END AS state
) fate
"""
REPLIES = """
INSERT INTO feedback_reply (submission_id, state, body, outcome, author_id, approver_id, version,
                            returned_reason, returned_digest, created_at)
SELECT one.id, CASE one.state WHEN 'replied' THEN 'sent' WHEN 'reply_review' THEN 'in_review'
                              ELSE 'draft' END,
       'Đã trả lời.', 'answered', one.assigned_to_id,
       CASE one.state WHEN 'replied' THEN one.assigned_to_id + 1 END, 1, '', '', one.received_at
FROM feedback_submission one WHERE one.state IN ('replied', 'reply_review', 'answering')
"""

TABLES = ("feedback_submission", "core_clock", "feedback_reply")


def filling(words: Sequence[str], count: int, open_ones: int) -> Iterator[Step]:
    """Yield name, statement and values of everything that adds rows, in order."""
    listed = list(dict.fromkeys(words)) + [f"hiếm{number}" for number in range(3000)]
    yield "hạt giống", "SELECT setseed(0.42)", ()
    # History and its digests are not what is measured.
    yield "không ghi lịch sử", "SET session_replication_role = replica", ()
    yield "người", PEOPLE, (EMAIL,)
    yield "vai trò", GRANTS, ()
    yield "ý kiến", SUBMISSIONS, (count, count, open_ones, listed, len(listed))
    yield "đồng hồ", CLOCKS, ()
    yield "trả lời", REPLIES, ()


def officer() -> Any:
    from cityweb.core.models import User  # noqa: PLC0415  after django.setup()

    return User.objects.get(email=EMAIL)


def facts() -> dict[str, Any]:
    """Return what questions are made of: places, categories, words by how common they are."""
    from cityweb.core import keyset  # noqa: PLC0415
    from feedback.models import Category, Submission  # noqa: PLC0415

    some = Submission.objects.order_by("pk")[500_000:500_005] or Submission.objects.all()[:5]
    middle = list(some)[0]
    words = " ".join(one.body for one in Submission.objects.order_by("pk")[:400]).split()
    by_count = sorted(set(words), key=words.count, reverse=True)
    common = [word for word in by_count if word.isalpha()][:10]
    return {
        "middle": keyset.token((middle.received_at, middle.pk)),
        "categories": list(Category.objects.values_list("pk", flat=True)[:5]),
        "units": list(Submission.objects.order_by("pk").values_list("unit", flat=True)[:5]),
        "common": common,
        "pairs": list(zip(common[::2], common[1::2], strict=True)),
        "rare": [word for word in by_count if word.startswith("hiếm")][-10:],
    }
