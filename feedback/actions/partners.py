"""What is done about partners' systems: their keys, and the submissions they hand in."""

import uuid
from typing import Any

from django.db import transaction

from cityweb.core import audit
from cityweb.core.models import Role, User
from feedback import codes
from feedback.actions._moving import require
from feedback.actions.intake import NewSubmission, receive
from feedback.models import Partner, PartnerFiling

# What a partner calls a sending means something only beside the partner's own number.
_SENDINGS = uuid.UUID("6f0c1f0e-7f53-5c0e-9a41-3b8f2c6f1d11")


@transaction.atomic
def renew_key(*, pk: int, actor: User) -> str:
    """Give the partner a fresh key and return it, for the only time; the old one is dead."""
    require(actor, Role.ADMINISTRATOR)
    partner = Partner.objects.select_for_update().get(pk=pk)
    key, partner.key_digest = codes.new_partner_key()
    partner.save(update_fields=["key_digest"])
    audit.record(actor=actor, verb="feedback.partner_key_given", target=partner)
    return key


@transaction.atomic
def file(*, partner: Partner, their_token: str, **given: Any) -> PartnerFiling:
    """Take a submission in from a partner; the same `their_token` again returns the same one."""
    token = uuid.uuid5(_SENDINGS, f"{partner.pk}:{their_token}") if their_token else uuid.uuid4()
    submission = receive(NewSubmission(token=token, **given))
    filing, _ = PartnerFiling.objects.get_or_create(
        submission=submission, defaults={"partner": partner}
    )
    return filing
