"""Papers: their kinds, whom we believe when we judge signatures, and who stamps the time."""

from cityweb.settings import env

# What each kind is called, and the template it is set from.
PAPER_KINDS: dict[str, tuple[str, str]] = {
    "licensing.licence": (
        "Giấy phép thiết lập trang thông tin điện tử tổng hợp",
        "licensing/papers/licence.typ",
    ),
    "licensing.receipt_slip": (
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "licensing/papers/receipt_slip.typ",
    ),
    "members.letter": (
        "Công văn nhắc khắc phục website thành viên",
        "members/papers/letter.typ",
    ),
    "licensing.supplement_request": (
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        "licensing/papers/slip.typ",
    ),
    "licensing.refusal_slip": (
        "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        "licensing/papers/slip.typ",
    ),
    "licensing.apology_slip": (
        "Văn bản xin lỗi và hẹn lại ngày trả kết quả",
        "licensing/papers/slip.typ",
    ),
    "licensing.stop_notice": ("Thông báo dừng giải quyết hồ sơ", "licensing/papers/slip.typ"),
    "licensing.refusal": ("Văn bản từ chối cấp giấy phép", "licensing/papers/letter.typ"),
    "licensing.confirmation": ("Giấy xác nhận thông báo thay đổi", "licensing/papers/letter.typ"),
    "licensing.remedy_request": (
        "Công văn yêu cầu khắc phục điều kiện hoạt động",
        "licensing/papers/letter.typ",
    ),
    "licensing.inquiry": ("Công văn yêu cầu giải trình", "licensing/papers/letter.typ"),
    "licensing.suspension": ("Quyết định đình chỉ giấy phép", "licensing/papers/decision.typ"),
    "licensing.revocation": ("Quyết định thu hồi giấy phép", "licensing/papers/decision.typ"),
    "advertising.decision": ("Quyết định kiểm tra quảng cáo", "advertising/papers/decision.typ"),
    "advertising.minutes": ("Biên bản kiểm tra quảng cáo", "advertising/papers/minutes.typ"),
    "advertising.violation_minutes": (
        "Biên bản vi phạm hành chính về quảng cáo",
        "advertising/papers/minutes.typ",
    ),
    "advertising.takedown": ("Công văn yêu cầu gỡ quảng cáo", "advertising/papers/letter.typ"),
    "advertising.invitation": (
        "Công văn mời phối hợp kiểm tra quảng cáo",
        "advertising/papers/letter.typ",
    ),
    "advertising.guidance": ("Công văn nhắc nhở về quảng cáo", "advertising/papers/letter.typ"),
    "advertising.sanction": (
        "Quyết định xử phạt vi phạm hành chính về quảng cáo",
        "advertising/papers/decision.typ",
    ),
    "advertising.conclusion": (
        "Thông báo kết quả kiểm tra quảng cáo",
        "advertising/papers/letter.typ",
    ),
    "licensing.referral": ("Văn bản đề nghị Bộ cấp giấy phép", "licensing/papers/letter.typ"),
}
# Numbers that stand on no paper of their own.
NUMBER_SERIES: dict[str, str] = {
    "licensing.dossier": "Mã hồ sơ thủ tục hành chính",
    "licensing.proceeding": "Mã vụ việc về giấy phép",
    "advertising.inspection": "Mã hồ sơ kiểm tra quảng cáo",
}
# Words of the letterheads: where papers are issued, the desk that takes dossiers in, and the
# authority that licenses what the city does not.
OFFICE_CITY = env.text("OFFICE_CITY", "Thành phố Hồ Chí Minh")
ONE_STOP_DESK = env.text("ONE_STOP_DESK", "Bộ phận Một cửa")
NATIONAL_AUTHORITY = env.text(
    "NATIONAL_AUTHORITY", "Cục Phát thanh, truyền hình và thông tin điện tử"
)
# The file (PEM) of certificates in which chains must end.
PAPER_TRUST = env.text("PAPER_TRUST", "-").strip("-")
# The time stamping authority; empty: signatures carry no time stamps.
PAPER_TSA_URL = env.text("PAPER_TSA_URL", "-").strip("-")
# A demo makes keys of its own, which are worth nothing; everywhere else they are refused.
PAPER_DEMO_AUTHORITY = False
# Who stamps the time on evidence, one after the other until one answers, and the file (PEM) of
# certificates in which their chains must end. A demo has an authority of its own.
EVIDENCE_TSA_URLS = env.names("EVIDENCE_TSA_URLS", [])
EVIDENCE_TSA_TRUST = env.text("EVIDENCE_TSA_TRUST", "-").strip("-")
