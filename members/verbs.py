"""What the verbs of the watch are called where the audit is read."""

VERBS = {
    "members.imported": "Nhập danh bạ website",
    "members.exported": "Xuất danh bạ website",
    "members.look_accepted": "Ghi nhận diện mạo mới của website",
    "members.incident_quieted": "Ngừng nhắc sự cố website",
    "members.check_asked": "Yêu cầu kiểm tra lại ngay",
    "members.membersite_added": "Thêm website",
    "members.membersite_changed": "Sửa website trong danh bạ",
}
