"""Floods are slowed, people are not: traps, counts, work, patience, and what moderation teaches."""

import hashlib
import itertools
import socket
import time

import pytest
import redis
import time_machine
from django.conf import settings as live_settings

from cityweb.core.models import OutboxItem
from feedback import actions, codes
from feedback.abuse import counting, proof, risk, spam
from feedback.models import SpamLesson, SpamWord, Submission
from tests.feedback.letters import Page, open_form, send
from tests.feedback.makers import make_submission

pytestmark = pytest.mark.django_db


def solve(text, bits):
    for number in itertools.count():
        digest = hashlib.sha256(f"{text}:{number}".encode()).digest()
        if int.from_bytes(digest, "big") >> (256 - bits) == 0:
            return str(number)


def flood(client, count=15):
    for number in range(count):
        assert send(client, sender_name=str(number)).codes()


def test_a_trap_that_people_do_not_see_asks_for_proof_and_marks_the_letter(citizen):
    page = send(citizen, homepage="https://spam.example")
    assert page.codes() == ()
    assert not Submission.objects.exists()
    answer = solve(page.value("challenge"), proof.BITS[1])
    page = send(
        citizen,
        ticket=page.value("ticket"),
        homepage="https://spam.example",
        challenge=page.value("challenge"),
        answer=answer,
    )
    assert page.codes()
    assert Submission.objects.get().is_suspected_spam


def test_haste_asks_for_proof_and_keeps_what_was_typed(citizen, monkeypatch):
    monkeypatch.setattr(risk, "QUICKEST_SECONDS", 3)
    page = send(citizen, body="Chữ đã gõ")
    assert page.value("body") == "Chữ đã gõ"
    assert "Chờ vài giây rồi gửi" in page.text


def test_without_a_script_some_seconds_of_patience_do(citizen):
    page = send(citizen, homepage="x")
    given = {"ticket": page.value("ticket"), "challenge": page.value("challenge")}
    early = send(citizen, homepage="x", **given)
    assert early.codes() == ()
    assert early.value("challenge") == given["challenge"]
    with time_machine.travel(time.time() + proof.WAIT[1]):
        assert send(citizen, homepage="x", **given).codes()


def test_from_the_wait_one_may_go_back_to_what_was_typed(citizen):
    page = send(citizen, homepage="x", place="12 Lê Lợi")
    fields = {one.get("name"): one.get("value") for one in page.tree.xpath("//main//form//input")}
    assert page.tree.xpath("//main//form//button[@name='change']")
    back = Page(citizen.post("/gop-y/xay-dung-thanh-pho/", fields | {"change": "1"}))
    for name in ("subject", "body", "place"):
        assert back.value(name).strip() == fields[name].replace("\r\n", "\n")
    assert back.value("ticket") == fields["ticket"]
    assert back.errors() == {}


def test_one_solution_is_worth_one_letter(citizen):
    page = send(citizen, homepage="x")
    given = {
        "challenge": page.value("challenge"),
        "answer": solve(page.value("challenge"), proof.BITS[1]),
    }
    assert send(citizen, homepage="x", ticket=page.value("ticket"), **given).codes()
    assert send(citizen, homepage="x", **given).codes() == ()
    assert Submission.objects.count() == 1


def test_a_flood_from_one_network_is_slowed_and_its_neighbours_are_not(citizen):
    flood(citizen)
    slowed = send(citizen)
    assert slowed.codes() == ()
    citizen.defaults["REMOTE_ADDR"] = "203.0.113.9"
    assert send(citizen).codes()


def test_who_shares_a_slowed_address_still_gets_through(citizen):
    flood(citizen)
    page = send(citizen)
    given = {"ticket": page.value("ticket"), "challenge": page.value("challenge")}
    with time_machine.travel(time.time() + proof.WAIT[3]):
        assert send(citizen, **given).codes()


def test_many_letters_with_one_email_are_slowed_wherever_they_come_from(citizen):
    for number in range(5):
        citizen.defaults["REMOTE_ADDR"] = f"203.0.{number}.9"
        last = send(citizen, sender_email="mot@nguoidan.example")
    assert last.codes() == ()


@pytest.mark.slow
def test_machines_that_the_office_put_up_are_not_counted(citizen, settings):
    settings.UNCOUNTED_NETWORKS = ["127.0.0.0/8"]
    flood(citizen, 20)


def test_the_same_letter_again_shows_its_receipt_even_when_slowed(citizen):
    ticket = open_form(citizen).value("ticket")
    first = send(citizen, ticket=ticket)
    flood(citizen, 14)
    assert send(citizen, ticket=ticket).codes() == first.codes()


def test_without_redis_letters_go_in_at_once(citizen, settings):
    settings.CELERY_BROKER_URL = "redis+socket:///tmp/khong-co-redis.sock"
    begun = time.perf_counter()
    flood(citizen, 20)
    assert (time.perf_counter() - begun) / 20 < 0.5


def test_a_redis_that_hangs_is_left_alone_after_one_try(monkeypatch):
    calls = []

    def hang(url):
        calls.append(url)
        raise redis.TimeoutError

    monkeypatch.setattr(counting, "_client", hang)
    for _ in range(5):
        assert counting.add({"network": "x"}, seconds=60) == {"network": 0}
    assert len(calls) == 1


def test_a_connection_that_redis_closed_is_made_anew():
    assert counting.add({"network": "x"}, seconds=60) == {"network": 1}
    counting._links.script.registered_client.connection._sock.shutdown(socket.SHUT_RDWR)
    assert counting.add({"network": "x"}, seconds=60) == {"network": 2}
    assert counting.look({"network": "x", "code": "y"}, seconds=60) == {"network": 2, "code": 0}


def test_counters_hold_no_address_and_forget(citizen):
    client = redis.Redis.from_url(live_settings.CELERY_BROKER_URL.replace("redis+socket", "unix"))
    counting.add({"network": "192.0.2.0/24"}, seconds=60)
    keys = [key.decode() for key in client.scan_iter(f"{counting.NAMESPACE}:*")]
    assert keys
    assert not [key for key in keys if "192.0.2" in key]
    assert all(0 < client.ttl(key) <= 120 for key in keys)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("", ""),
        (None, ""),
        ("khong phai", ""),
    ],
)
def test_an_address_stands_for_its_network(address, network):
    assert counting.network(address) == network


def test_a_span_that_just_began_remembers_the_one_before():
    with time_machine.travel(6000.0, tick=False):
        for _ in range(10):
            counting.add({"network": "x"}, seconds=600)
    with time_machine.travel(6600.0, tick=False):
        assert counting.look({"network": "x"}, seconds=600) == {"network": 10}
    with time_machine.travel(6900.0, tick=False):
        assert counting.look({"network": "x"}, seconds=600) == {"network": 5}


@pytest.mark.parametrize("text", ["", "a.b.c", "a:b:c"])
def test_a_forged_challenge_is_worth_nothing(text):
    assert proof.read(text, "a") is None


def test_a_challenge_is_for_one_subject_only():
    given = proof.challenge("a", 1)
    assert proof.read(given.text, "b") is None
    assert proof.read(given.text, "a") == given


SPAM = "Vay tiền nhanh lãi suất thấp bấm vào https://vay-nhanh{}.example nhận thưởng"
HONEST = "Nắp cống ở hẻm số {} bị vỡ, đề nghị phường cho người sửa giúp bà con"


def teach(officer):
    for number in range(10):
        letter = make_submission(subject="Ưu đãi", body=SPAM.format(number))
        actions.settle_spam(pk=letter.pk, actor=officer, is_spam=True)
        letter = make_submission(subject="Nắp cống", body=HONEST.format(number))
        actions.accept(pk=letter.pk, actor=officer)


def test_nothing_is_suspected_before_anything_was_learned():
    letter = make_submission(subject="Ưu đãi", body=SPAM.format(1))
    assert (letter.spam_score, letter.is_suspected_spam) == (None, False)


@pytest.mark.slow
def test_what_officers_decide_teaches_which_queue_a_letter_waits_in(officer):
    teach(officer)
    letter = make_submission(subject="Ưu đãi lớn", body=SPAM.format("moi"))
    assert letter.spam_score > spam.SUSPECTED_FROM
    assert letter.is_suspected_spam
    honest = make_submission(subject="Vỡ nắp cống", body=HONEST.format(99))
    assert honest.spam_score < 0.05
    assert not honest.is_suspected_spam


@pytest.mark.slow
def test_spam_without_marks_is_known_too(officer):
    teach(officer)
    letter = make_submission(body="vay tien nhanh lai suat thap bam vao nhan thuong")
    assert letter.is_suspected_spam


def test_a_changed_mind_unlearns_first(officer):
    letter = make_submission(body=SPAM.format(1))
    spam.learn(letter, is_spam=True)
    spam.learn(letter, is_spam=True)
    spam.learn(letter, is_spam=False)
    assert SpamLesson.objects.get().is_spam is False
    every = SpamWord.objects.get(bucket=0)
    assert (every.spam, every.honest) == (0, 1)
    assert not SpamWord.objects.exclude(spam=0).exists()


def test_no_word_of_a_letter_is_stored(officer):
    letter = make_submission(body="Từ rất riêng tư")
    spam.learn(letter, is_spam=True)
    assert {field.get_internal_type() for field in SpamWord._meta.fields} == {
        "PositiveIntegerField",
        "IntegerField",
    }


def mails_to(letter):
    return [item.facts["subject"] for item in OutboxItem.objects.about(letter).filter(kind="mail")]


def test_whom_a_machine_names_as_sender_gets_no_mail(citizen, officer):
    """The address may be a stranger's; what is ended as spam is never answered."""
    letter = make_submission(is_suspected_spam=True)
    assert mails_to(letter) == []
    actions.settle_spam(pk=letter.pk, actor=officer, is_spam=True)
    assert mails_to(letter) == []


def test_the_receipt_goes_out_once_when_an_officer_finds_it_honest(officer):
    letter = make_submission(is_suspected_spam=True)
    actions.settle_spam(pk=letter.pk, actor=officer, is_spam=False)
    assert len(mails_to(letter)) == 1
    assert codes.secret_for(letter.token) in OutboxItem.objects.get(kind="mail").facts["body"]
    actions.settle_spam(pk=letter.pk, actor=officer, is_spam=False)
    actions.begin(pk=letter.pk)
    assert len(mails_to(letter)) == 1


def test_whatever_an_officer_does_with_it_clears_it_of_suspicion(officer):
    letter = make_submission(is_suspected_spam=True)
    actions.ask_sender(pk=letter.pk, actor=officer, question="Ở hẻm nào ạ?")
    assert not Submission.objects.get().is_suspected_spam
    assert len(mails_to(letter)) == 2


def test_a_suspected_letter_still_shows_code_and_secret(citizen):
    page = send(citizen, homepage="https://spam.example")
    answer = solve(page.value("challenge"), proof.BITS[1])
    given = {name: page.value(name) for name in ("ticket", "challenge")}
    page = send(citizen, homepage="https://spam.example", answer=answer, **given)
    letter = Submission.objects.get()
    assert page.codes() == (letter.code, codes.secret_for(letter.token))
