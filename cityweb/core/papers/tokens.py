"""Keys inside a token or HSM, addressed as RFC 7512 says.

pkcs11:token=SoCSDL;object=dau?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=/etc/…/pin
"""

from pathlib import Path
from urllib.parse import unquote

from pkcs11 import exceptions as token_problems
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign import pkcs11 as pyhanko_tokens


def signer(address: str) -> pyhanko_tokens.PKCS11Signer:
    """Return the signer that an address leads to, its session open.

    Raises `ValueError` when the address lacks a part, the token is not there or the PIN is wrong.
    """
    path, query = _parts(address)
    try:
        session = pyhanko_tokens.open_pkcs11_session(
            query["module-path"],
            token_criteria=TokenCriteria(label=path["token"]),
            user_pin=_pin(query),
        )
        found = pyhanko_tokens.PKCS11Signer(
            session, cert_label=path["object"], other_certs_to_pull=(), embed_roots=False
        )
        if found.signing_cert is None:
            raise ValueError("the token holds no certificate of that name")
        # Many tokens sign a digest by elliptic curve, but do not make the digest.
        found.use_raw_mechanism = found.signing_cert.public_key.algorithm == "ec"
        return found
    except KeyError as problem:
        raise ValueError(f"the PKCS#11 address lacks {problem}") from None
    except (token_problems.PKCS11Error, pyhanko_tokens.PKCS11Error) as problem:
        raise ValueError(f"the token does not open: {type(problem).__name__}") from problem


def _parts(address: str) -> tuple[dict[str, str], dict[str, str]]:
    scheme, _, rest = address.partition(":")
    if scheme != "pkcs11":
        raise ValueError("a PKCS#11 address begins with pkcs11:")
    path, _, query = rest.partition("?")
    return _pairs(path, ";"), _pairs(query, "&")


def _pairs(written: str, separator: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in written.split(separator) if part)
    return {name: unquote(value) for name, _, value in pairs}


def _pin(query: dict[str, str]) -> str:
    if "pin-source" in query:
        return Path(query["pin-source"].removeprefix("file:")).read_text("utf-8").strip()
    return query["pin-value"]
