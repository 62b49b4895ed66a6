"""What the verbs of advertising are called where the audit is read."""

from advertising.life import CaseVerb, CheckVerb, PlanVerb, SignalVerb

VERBS = {
    **{
        f"advertising.check_{verb.replace('-', '_')}": f"Kiểm tra quảng cáo: {verb.label.lower()}"
        for verb in CheckVerb
    },
    **{
        f"advertising.plan_{verb.replace('-', '_')}": f"Kế hoạch kiểm tra: {verb.label.lower()}"
        for verb in PlanVerb
    },
    **{
        f"advertising.case_{verb.replace('-', '_')}": f"Vi phạm quảng cáo: {verb.label.lower()}"
        for verb in CaseVerb
    },
    **{
        f"advertising.signal_{verb.replace('-', '_')}": f"Tin báo quảng cáo: {verb.label.lower()}"
        for verb in SignalVerb
    },
    "advertising.signal_noted": "Tin báo quảng cáo: ghi nhận",
    "advertising.case_recapture": "Vi phạm quảng cáo: chụp lại trang",
    "advertising.plan_written": "Kế hoạch kiểm tra: lập kế hoạch",
    "advertising.check_opened": "Kiểm tra quảng cáo: lập cuộc kiểm tra",
    "advertising.field_pack_taken": "Thực địa: lấy gói",
    "advertising.field_pack_opened": "Thực địa: mở gói bằng khóa dự phòng",
    "advertising.field_entry_waits": "Thực địa: kết quả chờ chọn",
    "advertising.evidence_kept": "Chứng cứ: đưa vào kho",
    "advertising.evidence_read": "Chứng cứ: mở, tải về",
    "advertising.evidence_broken": "Chứng cứ: phát hiện sai khác",
    "advertising.evidence_handed_over": "Chứng cứ: bàn giao",
}
