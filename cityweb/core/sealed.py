"""Columns that only the portal can read: AES-256-GCM, a ring of keys, an index by keyed digest.

    email = EncryptedTextField("thư điện tử", blank=True)
    email_index = models.CharField(max_length=32, blank=True, db_index=True)
    …filter(email_index=sealed.blind_index(email, purpose="feedback.email"))

A stored value reads `<key id>:<base64 of nonce, text and tag>` and opens only in the column it was
written for: moved to another table or column it is as good as forged. Row histories copy the stored
value, so what is sealed stays sealed there, under the key of its day.
"""

import base64
import binascii
import hashlib
import hmac
import os
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Case, Value
from django.db.models.functions import Cast

NONCE_BYTES = 12
# 128 bits: nobody finds two texts with the same index.
INDEX_LENGTH = 32


class SealBroken(Exception):
    """A stored value cannot be opened. Says which column and why, never what stood there."""


def seal(text: str, *, column: str) -> str:
    """Return `text` encrypted with the newest key, to be opened only as `column`."""
    key_id, key = next(iter(_ring().items()))
    nonce = os.urandom(NONCE_BYTES)
    closed = _cipher(key).encrypt(nonce, text.encode(), column.encode())
    return f"{key_id}:{base64.b64encode(nonce + closed).decode()}"


def unseal(value: str, *, column: str) -> str:
    """Return the text that `seal` closed. Raises `SealBroken` when it is not what was written."""
    key_id, separator, body = value.partition(":")
    if not separator:
        raise SealBroken(f"{column}: the stored value is not encrypted")
    key = _ring().get(key_id)
    if key is None:
        raise SealBroken(f"{column}: FIELD_KEYS lacks the key {key_id[:20]!r}")
    try:
        packed = base64.b64decode(body, validate=True)
        nonce, closed = packed[:NONCE_BYTES], packed[NONCE_BYTES:]
        return _cipher(key).decrypt(nonce, closed, column.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError):
        # Without the cause: its traceback would hold the value.
        raise SealBroken(f"{column}: the stored value was changed or moved here") from None


def newest_key_id() -> str:
    """Return the id of the key that new values are closed with."""
    return next(iter(_ring()))


def blind_index(text: str, *, purpose: str) -> str:
    """Return 32 hexadecimal characters to find `text` by, whatever its case, width or form.

    `purpose` ("<app>.<what>") keeps the indexes of two columns from being compared. An empty text
    has the empty index, so that rows without a value do not look alike.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()
    return keyed_digest(folded, purpose=purpose)[:INDEX_LENGTH] if folded else ""


def keyed_digest(text: str, *, purpose: str) -> str:
    """Return a hexadecimal HMAC-SHA-256 of `text` under INDEX_KEY, different for each purpose."""
    message = f"{purpose}\0{text}".encode()
    return hmac.new(settings.INDEX_KEY.encode(), message, hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):
    """Text that is encrypted in the database and plain in Python; an empty text stays empty.

    Every lookup but `isnull` raises `FieldError`: equal texts look different each time they are
    stored. Renaming the table or the column closes the values for good, unless a data migration
    opens them before and seals them after.
    """

    description = "Encrypted text"

    @property
    def sealed_as(self) -> str:
        """The column a value belongs to; a version in a row history belongs to the original."""
        owner = getattr(self.model, "pgh_tracked_model", self.model)
        return f"{owner._meta.db_table}.{self.column}"

    def from_db_value(
        self, value: str | None, expression: object, connection: BaseDatabaseWrapper
    ) -> str | None:
        return unseal(value, column=self.sealed_as) if value else value

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        if hasattr(value, "as_sql"):
            if not _is_bulk_update(value):
                raise TypeError(f"{self.sealed_as} takes a text, not an expression")
            return value
        prepared = super().get_db_prep_save(value, connection)
        return seal(prepared, column=self.sealed_as) if prepared else prepared

    def get_lookup(self, lookup_name: str) -> type[models.Lookup] | None:
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else self._refuse()

    def get_transform(self, lookup_name: str) -> NoReturn:
        self._refuse()

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        found = super().check(**kwargs)
        if self.unique or self.db_index or self.primary_key:
            found.append(
                checks.Error("An encrypted column cannot be indexed.", obj=self, id="core.E001")
            )
        return found

    def _refuse(self) -> NoReturn:
        raise FieldError(f"{self.name} is encrypted: look it up by a blind index beside it")


def _is_bulk_update(expression: Any) -> bool:
    """Tell whether this is how `bulk_update` writes: a choice among texts, each sealed on its way.

    Any other expression would be computed by the database, which has no key.
    """
    case = expression.get_source_expressions()[0] if isinstance(expression, Cast) else expression
    if not isinstance(case, Case):
        return False
    return all(
        isinstance(when.result, Value) and isinstance(when.result.output_field, EncryptedTextField)
        for when in case.cases
    )


def _ring() -> Mapping[str, bytes]:
    return settings.FIELD_KEYS


@lru_cache(maxsize=16)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)
