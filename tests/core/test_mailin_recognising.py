"""Mail of machines is recognised: bounces, programs that answer, servers that vouch."""

import base64

import pytest

from cityweb.core import mailin
from tests.core.mails import part, parts, raw


def report(action="failed", status="5.1.1", original=b"Message-ID: <7@cityweb.example>\r\n\r\n"):
    return parts(
        part("Không chuyển được thư."),
        part(
            f"Reporting-MTA: dns; mx.example.vn\r\n\r\nFinal-Recipient: rfc822; An@Example.VN\r\n"
            f"Action: {action}\r\nStatus: {status}\r\n",
            "message/delivery-status",
        ),
        part(original, "text/rfc822-headers"),
        kind="report",
        extra="; report-type=delivery-status",
        From="Mailer-Daemon <MAILER-DAEMON@mx.example.vn>",
        Return_Path="<>",
    )


def test_a_bounce_names_message_and_status():
    bounce = mailin.parse(report()).bounce
    assert bounce == mailin.Bounce("5.1.1", True, "<7@cityweb.example>", "an@example.vn")
    assert "an@example.vn" not in repr(bounce)


@pytest.mark.parametrize(
    ("action", "status", "is_final"),
    [("delayed", "4.4.1", False), ("failed", "", True), ("", "5.7.1", True), ("", "4.2.2", False)],
)
def test_only_a_failure_is_final(action, status, is_final):
    bounce = mailin.parse(report(action, status)).bounce
    assert (bounce.is_final, bounce.status) == (is_final, status)


def test_a_whole_message_sent_back_is_no_enclosure():
    whole = raw(b"Kinh gui", Message_ID="<7@cityweb.example>")
    message = report().replace(b"text/rfc822-headers", b"message/rfc822").replace(
        b"Message-ID: <7@cityweb.example>\r\n\r\n", whole
    )  # fmt: skip
    mail = mailin.parse(message)
    assert mail.bounce.message_id == "<7@cityweb.example>"
    assert mail.enclosures == ()


def test_a_bounce_in_prose_is_known_by_its_empty_sender():
    fields = {"From": "MAILER-DAEMON@mx.example.vn", "In_Reply_To": "<7@cityweb.example>"}
    assert mailin.parse(raw(**fields, Return_Path="<>")).bounce.message_id == "<7@cityweb.example>"
    assert mailin.parse(raw(**fields, Return_Path="<a@b.vn>")).bounce is None
    assert mailin.parse(raw(Return_Path="<>")).bounce is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated (rejected)"},
        {"X_Autoreply": "yes"},
        {"Precedence": "auto_reply"},
        {"Precedence": "bulk"},
        {"Subject": "Automatic reply: Hỏi đáp"},
        {"Subject": "Out of Office Re: x"},
        {"Subject": "Trả lời tự động: Hỏi đáp"},
        {"Subject": "=?utf-8?B?" + base64.b64encode("Vắng mặt đến 30/11".encode()).decode() + "?="},
    ],
)
def test_programs_that_answer_are_recognised(headers):
    assert mailin.parse(raw(**headers)).is_auto_reply


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Auto_Submitted": "no"},
        {"Subject": "Góp ý về trả lời tự động"},
        {"Precedence": "first-class"},
    ],
)
def test_people_are_not_taken_for_programs(headers):
    assert not mailin.parse(raw(**headers)).is_auto_reply


def test_only_our_own_server_vouches_for_a_sender(settings):
    settings.MAIL_IN_AUTHSERV = "mx.cityweb.example"
    found = "mx.cityweb.example; spf=pass (x dkim=pass) mailfrom=a; dkim=fail; dkim=pass d=x"
    assert mailin.parse(raw(Authentication_Results=found)).verdict == mailin.Verdict(
        spf="pass", dkim="pass"
    )
    assert mailin.parse(raw(Authentication_Results="mx.evil.example; dkim=pass")).verdict.dkim == ""
    forged = "mx.evil.example; spf=none\r\nAuthentication-Results: mx.cityweb.example; dkim=pass"
    assert mailin.parse(raw(Authentication_Results=forged)).verdict.dkim == ""
    settings.MAIL_IN_AUTHSERV = ""
    assert mailin.parse(raw(Authentication_Results=found)).verdict == mailin.Verdict()
