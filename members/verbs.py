"""What the verbs of the watch are called where the audit is read."""

VERBS = {
    "members.imported": "Nhập danh bạ website",
    "members.exported": "Xuất danh bạ website",
    "members.look_accepted": "Ghi nhận diện mạo mới của website",
    "members.incident_quieted": "Ngừng nhắc sự cố website",
    "members.check_asked": "Yêu cầu kiểm tra lại ngay",
    "members.check_asked_by_unit": "Đơn vị yêu cầu kiểm tra lại",
    "members.link_sent": "Gửi liên kết cho đơn vị",
    "members.explanation_sent": "Đơn vị giải trình sự cố",
    "members.explanation_accepted": "Chấp nhận giải trình",
    "members.explanation_refused": "Không chấp nhận giải trình",
    "members.outage_announced": "Đơn vị báo tạm ngừng website",
    "members.membersite_added": "Thêm website",
    "members.membersite_changed": "Sửa website trong danh bạ",
}
