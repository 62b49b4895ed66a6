"""Sample papers, keys and authorities for the tests of papers."""

import importlib
import io
import json
import sys
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.timestamps import DummyTimeStamper

from cityweb.core.attachments import sandbox
from cityweb.core.models import NumberPattern, Organisation
from cityweb.core.papers import keys, rendering, signing, verifying

KIND = "licensing.licence"
ISSUER = "Sở Văn hóa và Thể thao"
AT = datetime(2026, 2, 3, 9, 30, 15, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
LICENCE = "licensing/papers/licence.typ"
SLIP = "licensing/papers/receipt_slip.typ"
CITY = "Thành phố Hồ Chí Minh"

LICENCE_DATA = {
    "above": f"Ủy ban nhân dân\n{CITY}",
    "body": ISSUER,
    "about": "Thiết lập trang thông tin điện tử tổng hợp trên mạng",
    "valid_to": "2036-02-02",
    "authority": "Giám đốc Sở Văn hóa và Thể thao",
    "grounds": [
        "Căn cứ Nghị định số 72/2013/NĐ-CP ngày 15 tháng 7 năm 2013 của Chính phủ quản lý, cung "
        "cấp, sử dụng dịch vụ Internet và thông tin trên mạng",
        "Xét đơn đề nghị và hồ sơ cấp giấy phép của Công ty Cổ phần Truyền thông Sông Sài Gòn",
        "Theo đề nghị của Trưởng phòng Thông tin điện tử",
    ],
    "holder": {
        "name": "Công ty Cổ phần Truyền thông Sông Sài Gòn",
        "international_name": "Saigon River Media JSC",
        "registration": "Giấy chứng nhận đăng ký doanh nghiệp số 0312345678 do Sở Kế hoạch và Đầu "
        f"tư {CITY} cấp ngày 12 tháng 5 năm 2019",
        "address": f"Số 12 đường Nguyễn Huệ, phường Sài Gòn, {CITY}",
        "phone": "028 3822 0000",
        "email": "lienhe@songsaigon.example",
    },
    "site": {
        "name": "Sông Sài Gòn",
        "domains": ["songsaigon.example", "m.songsaigon.example"],
        "purpose": f"Cung cấp thông tin tổng hợp về kinh tế, văn hóa, đời sống tại {CITY}",
        "sections": ["Thời sự", "Kinh tế", "Văn hóa", "Đời sống", "Ẩm thực"],
        "sources": ["Báo Mẫu Một", "Báo Mẫu Hai", "Báo Mẫu Ba"],
        "servers": f"Trung tâm dữ liệu Mẫu, phường Trung Mỹ Tây, {CITY}",
        "manager": {
            "name": "Nguyễn Thị Hồng Ngữ",
            "position": "Phó Giám đốc",
            "phone": "0903 000 111",
        },
    },
    "duties": [
        "Thực hiện đúng nội dung giấy phép và các quy định của pháp luật về cung cấp, sử dụng "
        "thông tin trên mạng",
        "Ghi rõ nguồn tin và thời gian đăng lần đầu khi trích dẫn",
        "Báo cáo theo quy định và chịu sự kiểm tra của cơ quan có thẩm quyền",
    ],
    "recipients": ["Như Điều 1", "Cổng thông tin điện tử Thành phố"],
    "kept": "VT, TTĐT",
    "signer": {"authority": None, "position": "Giám đốc", "name": "Trần Thế Thuận"},
}
SLIP_DATA = {
    "body": ISSUER,
    "desk": "Bộ phận Tiếp nhận và Trả kết quả",
    "copy": "Giao người nộp hồ sơ",
    "dossier_code": "000.00.15.H29-260206-0001",
    "applicant": "Công ty Cổ phần Truyền thông Sông Sài Gòn",
    "address": f"Số 12 đường Nguyễn Huệ, phường Sài Gòn, {CITY}",
    "phone": "028 3822 0000",
    "email": "lienhe@songsaigon.example",
    "request": "Cấp giấy phép thiết lập trang thông tin điện tử tổng hợp",
    "components": [
        "Đơn đề nghị cấp giấy phép thiết lập trang thông tin điện tử tổng hợp (bản chính)",
        "Giấy chứng nhận đăng ký doanh nghiệp (bản sao hợp lệ)",
        "Đề án hoạt động (bản chính)",
        "Văn bản chấp thuận của các tổ chức cung cấp nguồn tin (bản chính)",
    ],
    "sets": 1,
    "term": "10 ngày làm việc",
    "received_at": "2026-02-06T09:15",
    "due_at": "2026-02-27T17:00",
    "collect_at": "Bộ phận Tiếp nhận và Trả kết quả",
    "register": {"book": "01/2026", "line": "27"},
    "notes": [
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo "
        "Phiếu kiểm soát quá trình giải quyết hồ sơ và được lưu tại Bộ phận Tiếp nhận và Trả kết "
        "quả; một liên giao cho cá nhân, tổ chức nộp hồ sơ",
        "Cá nhân, tổ chức có thể đăng ký nhận kết quả tại Bộ phận Tiếp nhận và Trả kết quả hoặc "
        "tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính",
    ],
    "clerk": "Lê Thị Thu Hà",
    "submitter": "Phạm Văn Đức",
}


def sheet(template=LICENCE, data=LICENCE_DATA, **facts):
    facts = {
        "number": "12/GP-SVHTT",
        "issuer": ISSUER,
        "place": CITY,
        "made_at": AT,
        "day": AT.date(),
        "code": "7K2M-9QXD-4TFA",
        "verify_at": "https://cityweb.example/xac-minh/",
        "attachment_name": "giay-phep.json",
    } | facts
    return rendering.Sheet(template=template, data=data, **facts)


class Authority:
    """A certificate authority of a test, whose certificates are as a test wants them."""

    def __init__(self, name="CA của phép thử"):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = self.certify(self.name, self.key, is_authority=True)

    @property
    def root(self):
        return self.certificate.public_bytes(Encoding.DER)

    def certify(self, subject, key, *, is_authority=False, is_clock=False, begins=None, ends=None):
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins or AT - timedelta(days=400))
            .not_valid_after(ends or AT + timedelta(days=4000))
            .add_extension(x509.BasicConstraints(is_authority, None), True)
            .add_extension(_usage(is_authority), True)
        )
        if is_clock:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(usage, True)
        return builder.sign(self.key, hashes.SHA256())

    def packed(self, holder, organisation="", **facts):
        """Return a PKCS#12 file for a new key of that holder."""
        key = ec.generate_private_key(ec.SECP256R1())
        parts = [x509.NameAttribute(NameOID.COMMON_NAME, holder)]
        if organisation:
            parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
        certificate = self.certify(x509.Name(parts), key, **facts)
        return pkcs12.serialize_key_and_certificates(b"k", key, certificate, None, NoEncryption())

    def clock(self):
        """Return a time stamping authority that answers in this process, and knows RSA only."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Dấu thời gian")])
        certificate = self.certify(name, key, is_clock=True)
        packed = pkcs12.serialize_key_and_certificates(b"k", key, certificate, None, NoEncryption())
        opened = keys.from_pkcs12(packed, None).signer
        return DummyTimeStamper(
            tsa_cert=opened.signing_cert,
            tsa_key=opened.signing_key,
            fixed_dt=AT + timedelta(seconds=2),
        )

    def key_of(self, holder, organisation="", **facts):
        return keys.from_pkcs12(self.packed(holder, organisation, **facts), None)


def _usage(is_authority):
    return x509.KeyUsage(
        not is_authority, not is_authority, False, False, False, is_authority, is_authority,
        False, False,
    )  # fmt: skip


@cache
def authority():
    return Authority()


@cache
def two_keys():
    person = authority().key_of("Trần Thế Thuận", ISSUER)
    return person, authority().key_of(ISSUER)


@cache
def rendered():
    return rendering.render(sheet())


@cache
def signed():
    """Return the licence signed by person and organisation."""
    return sign(*two_keys())


@cache
def rendered_slip():
    return rendering.render(sheet(SLIP, SLIP_DATA, number="027/TNHS"))


@cache
def signed_slip():
    """Return the receipt slip signed by the clerk; judged three times faster than a licence."""
    return sign_slip(two_keys()[0])


def sign_slip(person, **options):
    return signing.sign(
        rendered_slip(), [signing.Signing("person", person)], **{"at": AT} | options
    )


def sign(person, seal, **options):
    signings = [signing.Signing("person", person), signing.Signing("seal", seal)]
    return signing.sign(rendered(), signings, **{"at": AT} | options)


def child():
    """Return the worker that judges signatures, in this process: no start-up to wait for."""
    folder = str(Path(sandbox.__file__).parent / "child")
    sys.path.insert(0, folder)
    try:
        return importlib.import_module("signatures")
    finally:
        sys.path.remove(folder)


def judged_here(what, data, **job):
    """Do what the locked child does, in this process."""
    worker = child()
    try:
        result = worker.run(data, json.loads(json.dumps(job)))
    except worker.Refusal as refusal:
        return sandbox.Opened("", refusal.code, (), {}, ())
    return sandbox.Opened(result.kind, "", (), json.loads(json.dumps(result.more)), ())


def judge(data, *, roots=None, **options):
    roots = [authority().root] if roots is None else roots
    return verifying.judge(data, roots=roots, **{"now": NOW} | options)


def appended(data, change):
    """Return the file with an incremental update that `change` makes to the open writer."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def attachments_of(pdf):
    """Return the files inside a paper, by name."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {name: file.get_file().read_bytes() for name, file in opened.attachments.items()}


def make_office(**fields):
    """Return an organisation whose licences are numbered."""
    office = Organisation.objects.create(name=ISSUER, kind="department")
    NumberPattern.objects.create(
        **{
            "organisation": office,
            "kind": KIND,
            "pattern": "{number}/GP-SVHTT",
            "effective_from": date(2026, 1, 1),
        }
        | fields
    )
    return office
