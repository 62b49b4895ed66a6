"""What the verbs of licensing are called where the audit is read."""

from licensing.handling import Deed
from licensing.life import Verb


def within(label: str) -> str:
    """Return a label as it stands inside a sentence; names in it keep their capitals."""
    return label[:1].lower() + label[1:]


def done(label: str) -> str:
    """Return what is said once a step is taken."""
    return f"Đã ghi: {within(str(label).removeprefix('Ghi '))}."


VERBS = {
    **{
        f"licensing.dossier_{verb.replace('-', '_')}": f"Hồ sơ: {within(verb.label)}"
        for verb in Verb
    },
    **{
        f"licensing.proceeding_{deed.replace('-', '_')}": f"Vụ việc: {within(deed.label)}"
        for deed in Deed
    },
    "licensing.report_handed_in": "Nhận báo cáo hằng năm",
    "licensing.agreement_noted": "Ghi thỏa thuận nguồn tin",
    "licensing.takedown_asked": "Yêu cầu gỡ nội dung",
    "licensing.takedown_answered": "Tổ chức trả lời yêu cầu gỡ",
    "licensing.takedown_done": "Xác nhận đã gỡ nội dung",
    "licensing.takedown_cancelled": "Hủy yêu cầu gỡ nội dung",
    "licensing.complaint_recorded": "Ghi khiếu nại, khởi kiện",
    "licensing.complaint_settled": "Ghi kết quả giải quyết khiếu nại, khởi kiện",
    "licensing.dossier_remark": "Hồ sơ: trao đổi, ghi chú",
    "licensing.claims_checked": "Đối chiếu trang chủ với giấy phép",
    "licensing.holder_completed": "Bổ sung thông tin tổ chức cho giấy phép",
    "licensing.stand_in": "Giao người làm thay",
    "licensing.stand_in_ended": "Chấm dứt làm thay",
    "licensing.exported": "Xuất danh sách hồ sơ",
    "licensing.profile_saved": "Lưu thông tin tổ chức nộp hồ sơ",
    "licensing.issued": "Ghi giấy phép vào sổ",
    "licensing.amended": "Ghi sửa đổi, bổ sung giấy phép",
    "licensing.extended": "Ghi gia hạn giấy phép",
    "licensing.reissued": "Ghi cấp lại giấy phép",
    "licensing.suspended": "Ghi đình chỉ giấy phép",
    "licensing.revoked": "Ghi thu hồi giấy phép",
    "licensing.imported": "Nhập sổ giấy phép từ tệp",
    "licensing.sealed": "Công bố niêm phong sổ giấy phép",
    "licensing.day_turned": "Hiệu lực giấy phép đổi theo ngày",
}
