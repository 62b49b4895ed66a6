"""Judges a signed PDF: who signed it, whether it is whole, and whom the signatures lead to.

The bytes are opened only in the locked child process of `cityweb.core.attachments`, with bounded
time and memory; whatever it cannot judge is not valid.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from cityweb.core.attachments import sandbox
from cityweb.core.papers import demo_ca

MOST_BYTES = 25 * 1024 * 1024
VALID = "valid"
WORDS = {
    VALID: "Văn bản nguyên vẹn, chữ ký số hợp lệ.",
    "unsigned": "Tệp này không có chữ ký số.",
    "unreadable": "Không đọc được tệp này như một văn bản PDF.",
    "encrypted": "Tệp có mật khẩu hoặc bị khóa nên không xác minh được.",
    "no-file": "Không mở được tệp này.",
    "too-large": "Tệp quá lớn để xác minh.",
    "too-costly": "Tệp quá phức tạp nên không xác minh được.",
    "altered": "Tệp mang chữ ký số nhưng đã hỏng hoặc bị sửa, không còn nguyên vẹn: văn bản không "
    "còn giá trị. Hãy lấy lại bản gốc.",
    "changed": "Nội dung đã bị thay đổi sau khi ký: văn bản không còn giá trị.",
    "added": "Có nội dung được thêm vào sau khi ký: văn bản không còn giá trị.",
    "partial": "Chữ ký không bao trùm toàn bộ văn bản.",
    "seal-missing": "Văn bản chưa đủ chữ ký: còn ô chữ ký bỏ trống.",
    "expired": "Chứng thư số đã hết hạn và không có dấu thời gian chứng minh lúc ký còn hạn.",
    "too-early": "Chứng thư số chưa có hiệu lực tại thời điểm xác minh.",
    "untrusted": "Chữ ký không do tổ chức chứng thực mà cổng tin cậy bảo đảm.",
    "malformed": "Chữ ký không đúng quy cách nên không xác minh được.",
}
"""What each code means, in words for everybody."""
# What stands in plain bytes in every signed PDF, whatever became of the rest.
_SIGNED = (b"/ByteRange", b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached")
TEST_WORDS = "BẢN THỬ - chữ ký không có giá trị pháp lý."


@dataclass(frozen=True)
class Signature:
    """One signature of the file. `signed_at` is claimed by the signer unless `is_stamped`."""

    code: str
    field: str
    signer: str = ""
    organisation: str = ""
    issuer: str = ""
    serial: str = ""
    fingerprint: str = ""
    valid_to: str | None = None
    signed_at: str | None = None
    is_stamped: bool = False
    is_test: bool = False

    @property
    def message(self) -> str:
        return WORDS[self.code]


@dataclass(frozen=True)
class Verdict:
    """What is to be said of a file. Only `is_valid` may be shown as good."""

    code: str
    sha256: str
    signatures: tuple[Signature, ...] = ()

    @property
    def is_valid(self) -> bool:
        return self.code == VALID

    @property
    def is_test(self) -> bool:
        """Whether a key of a demo signed it: sound perhaps, but worth nothing."""
        return any(signature.is_test for signature in self.signatures)

    @property
    def words(self) -> str:
        return WORDS[self.code]

    @property
    def test_words(self) -> str:
        """What is to be added of a key of a demo; nothing of others."""
        return TEST_WORDS if self.is_test else ""

    @property
    def message(self) -> str:
        return f"{self.words} {self.test_words}".strip()

    def facts(self) -> dict[str, Any]:
        """Return the verdict as plain data, for JSON."""
        signatures = [asdict(one) | {"message": one.message} for one in self.signatures]
        return {
            "valid": self.is_valid,
            "code": self.code,
            "message": self.message,
            "test": self.is_test,
            "sha256": self.sha256,
            "signatures": signatures,
        }


def judge(
    data: bytes, *, roots: Sequence[bytes], now: datetime, at: datetime | None = None
) -> Verdict:
    """Return the verdict on a file, whatever it holds; never raises for what is in it.

    `roots` are the certificates (DER) that chains must end in. A signature without a trusted time
    stamp is judged by the certificates of `at`, a moment known from elsewhere, or else of `now`.
    Revocation is not asked for: nothing is fetched.
    """
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > MOST_BYTES:
        return Verdict("too-large", digest)
    opened = sandbox.run_on_bytes(
        "signatures",
        data,
        roots=[base64.b64encode(root).decode() for root in roots],
        now=now.isoformat(),
        at=at.isoformat() if at else None,
    )
    if opened.refused:
        code = opened.refused if opened.refused in WORDS else "unreadable"
        return Verdict("altered" if code == "unreadable" and _was_signed(data) else code, digest)
    signatures = tuple(_signature(facts) for facts in opened.more["signatures"])
    last_covers = bool(signatures) and opened.more["signatures"][-1].get("covers_file", False)
    code = _code(signatures, opened.more["empty_fields"], last_covers)
    is_lost = code == "unsigned" and _was_signed(data)
    return Verdict("altered" if is_lost else code, digest, signatures)


def _was_signed(data: bytes) -> bool:
    """Tell whether a signature stands in the bytes, though nobody can read the file for it."""
    return any(mark in data for mark in _SIGNED)


def _code(signatures: tuple[Signature, ...], empty_fields: list[str], last_covers: bool) -> str:
    """Return the worst that is to be said."""
    if not signatures:
        return "unsigned"
    said = {signature.code for signature in signatures}
    for code in ("changed", "malformed", "added", "partial"):
        if code in said:
            return code
    if not last_covers:
        return "added"
    if empty_fields:
        return "seal-missing"
    return next((code for code in ("untrusted", "expired", "too-early") if code in said), VALID)


def _signature(facts: dict[str, Any]) -> Signature:
    return Signature(
        code=_signature_code(facts),
        field=facts["field"],
        signer=facts.get("signer", ""),
        organisation=facts.get("organisation", ""),
        issuer=facts.get("issuer", ""),
        serial=facts.get("serial", ""),
        fingerprint=facts.get("fingerprint", ""),
        valid_to=facts.get("valid_to"),
        signed_at=facts.get("stamped_at") or facts.get("claimed_at"),
        is_stamped=bool(facts.get("stamped_at")),
        is_test=demo_ca.MARK in facts.get("marks", []),
    )


def _signature_code(facts: dict[str, Any]) -> str:
    if facts["error"]:
        return "malformed"
    if not facts["intact"]:
        return "changed"
    if not facts["tidy"]:
        return "malformed"
    if not facts["covers_revision"]:
        return "partial"
    if facts["later_changes"] == "other":
        return "added"
    if facts["expired"]:
        return "expired"
    if facts["too_early"]:
        return "too-early"
    if not facts["trusted"]:
        return "untrusted"
    return VALID if facts["sound"] else "malformed"
