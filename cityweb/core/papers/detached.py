"""A signature beside a file instead of inside it: CMS, as `openssl cms -verify` reads it."""

import asyncio

from cityweb.core.models import Organisation
from cityweb.core.papers.making import key_of_organisation


def sign(data: bytes, organisation: Organisation) -> bytes:
    """Return the organisation's signature over the bytes (DER).

    Raises `Refused` as `keys.open_key` does.
    """
    key = key_of_organisation(organisation)
    signed = asyncio.run(
        key.signer.async_sign_general_data(data, "sha256", detached=True, use_cades=True)
    )
    return signed.dump()
