"""Signs a typeset paper: the person's signature, then the organisation's seal, both PAdES.

Each is an incremental update, so the bytes that were signed before stay as they are. The first
certifies the paper and allows nothing but the fields it brings along to be filled; the last closes
it. Both fields exist from the first signature on: where a seal was cut off, one stands empty.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import TimeStamper

from cityweb.core.papers import stamping
from cityweb.core.papers.keys import SigningKey
from cityweb.core.papers.rendering import Place, Rendered

FIELDS = {"person": "NguoiKy", "seal": "DauCoQuan"}
"""The names of the signature fields inside the file, by place."""


@dataclass(frozen=True)
class Signing:
    """One signature to be made: in which place of the paper, with which key."""

    place: str
    key: SigningKey
    # Why it signs, or how it came to: signed as well, and shown by every reader of PDF.
    reason: str = ""


def sign(
    paper: Rendered,
    signings: Sequence[Signing],
    *,
    at: datetime,
    timestamper: TimeStamper | None = None,
) -> bytes:
    """Return the paper signed by each in turn; `at` is the moment that the signatures claim.

    Raises `ValueError` when the places do not fit the paper, and what token or time stamping
    authority raise when they fail.
    """
    if {signing.place for signing in signings} != paper.places.keys() or not signings:
        raise ValueError(f"the paper has the places {sorted(paper.places)}")
    data = paper.pdf
    for number, signing in enumerate(signings):
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        is_last = number + 1 == len(signings)
        if number == 0:
            for other in signings:
                append_signature_field(writer, _field(paper.places[other.place]))
        data = _signed(writer, signing, paper, is_first=number == 0, is_last=is_last, at=at,
                       timestamper=timestamper)  # fmt: skip
    return data


def _field(place: Place) -> SigFieldSpec:
    low = place.page_height - place.y - place.height
    box = (place.x, low, place.x + place.width, low + place.height)
    return SigFieldSpec(
        sig_field_name=FIELDS[place.name],
        on_page=place.page - 1,
        box=tuple(round(edge) for edge in box),
        # The seal locks every field, its own included: nothing may come after it.
        field_mdp_spec=FieldMDPSpec(FieldMDPAction.ALL) if place.name == "seal" else None,
        doc_mdp_update_value=MDPPerm.NO_CHANGES if place.name == "seal" else None,
    )


def _signed(
    writer: BasePdfFileWriter,
    signing: Signing,
    paper: Rendered,
    *,
    is_first: bool,
    is_last: bool,
    at: datetime,
    timestamper: TimeStamper | None,
) -> bytes:
    metadata = PdfSignatureMetadata(
        field_name=FIELDS[signing.place],
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=signing.key.holder,
        reason=signing.reason or None,
        certify=is_first,
        docmdp_permissions=MDPPerm.NO_CHANGES if is_last else MDPPerm.FILL_FORMS,
    )
    signer = _PunctualSigner(
        metadata,
        signer=signing.key.signer,
        timestamper=timestamper,
        stamp_style=stamping.style(
            signing.key, paper.places[signing.place], at=at, beside_seal="seal" in paper.places
        ),
    )
    signer.at = at
    out = signer.sign_pdf(writer, existing_fields_only=True)
    return out.getvalue()


class _PunctualSigner(PdfSigner):
    """A signer that claims the moment it is told, the one that is written on the paper."""

    at: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session
