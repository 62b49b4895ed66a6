"""Requests that partners hand in: their parameters read by the same form that citizens fill in."""

import math
from typing import Any

from django.http import QueryDict

from cityweb.core.models import AdminUnit
from feedback import codes
from feedback.actions import partners
from feedback.forms.citizen import SubmissionForm
from feedback.models import Partner, Submission
from feedback.open311 import services
from feedback.open311.wire import Problem
from feedback.reports import boxes
from feedback.states import Channel

_SUBJECT_LETTERS = 200
_MOST_TOKEN = 200
# What a field of our form is called in the standard.
_NAMES = {
    "subject": "attribute[subject]",
    "body": "description",
    "category": "service_code",
    "area": "attribute[area]",
    "unit": "attribute[area]",
    "place": "address_string",
    "sender_kind": "attribute[sender_kind]",
    "sender_name": "first_name, last_name",
    "sender_address": "attribute[sender_address]",
    "sender_phone": "phone",
    "sender_email": "email",
}


def take(given: QueryDict) -> dict[str, Any]:
    """Take one request in and return its token and the words for its sender.

    The same `token` of the same partner again is the same request. Raises `Problem`: 403 without
    a key that may file, 404 for an unknown service, 400 for what the form does not take.
    """
    partner = _partner(given.get("api_key", ""))
    box, _ = services.find(given.get("service_code", ""))
    form = SubmissionForm(box, _typed(given))
    if not form.is_valid():
        raise Problem(400, *_faults(form))
    found = form.cleaned_data
    filing = partners.file(
        partner=partner,
        their_token=_their_token(given),
        mailbox=box.mailbox,
        notice=boxes.notice(),
        channel=Channel.PARTNER,
        unit=AdminUnit.objects.get(pk=found["unit_pk"]) if found["unit_pk"] else None,
        **{name: found[name] for name in _PLAIN},
    )
    submission = filing.submission
    secret = codes.secret_for(submission.token)
    return {
        "token": str(filing.token),
        "service_notice": f"Mã tra cứu: {submission.code}. Mã bí mật: {secret}. "
        "Xin trao cả hai mã cho người gửi.",
        "account_id": "",
    }


_PLAIN = (
    *("subject", "body", "category", "place", "sender_kind"),
    *("sender_name", "sender_address", "sender_phone", "sender_email"),
)


def _partner(key: str) -> Partner:
    digest = codes.digest_of_partner_key(key)
    found = Partner.objects.filter(key_digest=digest, is_active=True).first() if key else None
    if found is None:
        raise Problem(403, "api_key: thiếu khóa, hoặc khóa không đúng hay đã bị ngừng.")
    if not found.may_file:
        raise Problem(403, "api_key: hệ thống này không được gửi ý kiến.")
    return found


def _their_token(given: QueryDict) -> str:
    token = given.get("token", "")
    if len(token) > _MOST_TOKEN:
        raise Problem(400, f"token: nhiều nhất {_MOST_TOKEN} ký tự.")
    return token


def _typed(given: QueryDict) -> dict[str, str]:
    description = given.get("description", "").strip()
    media = given.get("media_url", "").strip()
    names = (given.get("last_name", "").strip(), given.get("first_name", "").strip())
    return {
        "subject": given.get("attribute[subject]", "").strip() or _beginning(description),
        # We fetch nothing from strangers: an officer reads where it is.
        "body": f"{description}\n\nẢnh, tệp: {media}" if description and media else description,
        "category": given.get("service_code", ""),
        "area": given.get("attribute[area]", ""),
        "place": _place(given),
        "sender_kind": given.get("attribute[sender_kind]", Submission.Sender.PERSON),
        "sender_name": " ".join(filter(None, names)),
        "sender_address": given.get("attribute[sender_address]", ""),
        "sender_phone": given.get("phone", ""),
        "sender_email": given.get("email", ""),
    }


def _beginning(description: str) -> str:
    line = description.partition("\n")[0].strip()
    if len(line) <= _SUBJECT_LETTERS:
        return line
    return line[: _SUBJECT_LETTERS - 1].rpartition(" ")[0] + "…"


def _place(given: QueryDict) -> str:
    """Return the address, with the point on the map where one was given."""
    lat, long = given.get("lat", ""), given.get("long", "")
    if not lat and not long:
        return given.get("address_string", "")
    try:
        point = (float(lat), float(long))
    except ValueError:
        raise Problem(400, "lat, long: cần hai số thập phân.") from None
    if not all(math.isfinite(number) for number in point) or abs(point[0]) > 90:
        raise Problem(400, "lat, long: không phải tọa độ theo WGS84.")
    written = f"{point[0]:.6f}, {point[1]:.6f}"
    return ", ".join(filter(None, [given.get("address_string", ""), written]))


def _faults(form: SubmissionForm) -> list[str]:
    return [
        f"{_NAMES.get(name, name)}: {message}"
        for name, messages in form.errors.items()
        for message in messages
    ]
