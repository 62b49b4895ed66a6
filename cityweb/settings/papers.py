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
}
# The file (PEM) of certificates in which chains must end.
PAPER_TRUST = env.text("PAPER_TRUST", "-").strip("-")
# The time stamping authority; empty: signatures carry no time stamps.
PAPER_TSA_URL = env.text("PAPER_TSA_URL", "-").strip("-")
# A demo makes keys of its own, which are worth nothing; everywhere else they are refused.
PAPER_DEMO_AUTHORITY = False
