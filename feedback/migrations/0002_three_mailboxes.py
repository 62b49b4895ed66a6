"""The three mailboxes of the office's mandate, their categories, and the first privacy notice.

Requirements of `ADMIN_REGULATION` and its topics: Decree 20/2008/NĐ-CP art. 5 and 7 (as amended).
Everything else is the office's to change in admin.
"""

from django.db import migrations

MAILBOXES = [
    {
        "code": "CITY_BUILDING",
        "slug": "xay-dung-thanh-pho",
        "name": "Hộp thư góp ý xây dựng TP",
        "short_name": "Xây dựng thành phố",
        "code_prefix": "XD",
        "purpose": "Ý tưởng, hiến kế và những vấn đề ông/bà thấy trong đời sống, hạ tầng, môi trường, "
        "trật tự đô thị của Thành phố.",
        "examples": "Đường ngập sau mưa, vỉa hè hư hỏng\nĐề xuất thêm tuyến xe buýt, mảng xanh\n"
        "Tiếng ồn, rác thải, chiếu sáng công cộng",
        "needs": [],
        "needs_citation": "",
        "acknowledge_rule": "FB.ACKNOWLEDGE",
        "forward_rule": "FB.FORWARD",
        "reply_rule": "FB.REPLY",
        "hop_rule": "FB.HOP.REPLY",
        "position": 1,
    },
    {
        "code": "ADMIN_REGULATION",
        "slug": "quy-dinh-hanh-chinh",
        "name": "Góp ý quy định hành chính",
        "short_name": "Quy định hành chính",
        "code_prefix": "QD",
        "purpose": "Phản ánh, kiến nghị của cá nhân, tổ chức về quy định hành chính: cơ chế, chính sách, "
        "thủ tục và việc thực hiện chúng.",
        "examples": "Thủ tục bị chậm trễ, bị đòi thêm giấy tờ\nQuy định không còn hợp thực tế, chồng chéo\n"
        "Phương án sửa hoặc đề xuất quy định mới",
        "needs": ["name", "address", "contact"],
        "needs_citation": "Nghị định 20/2008/NĐ-CP, Điều 7 khoản 1 và khoản 2",
        "acknowledge_rule": "FB.ACKNOWLEDGE",
        "forward_rule": "FB.REG.FORWARD",
        "reply_rule": "FB.REPLY",
        "hop_rule": "FB.HOP.REPLY",
        "position": 2,
    },
    {
        "code": "WEBSITE",
        "slug": "website",
        "name": "Góp ý website",
        "short_name": "Website",
        "code_prefix": "WS",
        "purpose": "Lỗi, nội dung và cách dùng của chính cổng thông tin Hochiminh CityWeb.",
        "examples": "Trang không mở được, tìm không ra\nThông tin sai hoặc đã cũ\n"
        "Khó đọc trên điện thoại, với trình đọc màn hình",
        "needs": [],
        "needs_citation": "",
        "acknowledge_rule": "FB.ACKNOWLEDGE",
        "forward_rule": "FB.FORWARD",
        "reply_rule": "FB.REPLY",
        "hop_rule": "FB.HOP.REPLY",
        "position": 3,
    },
]

CATEGORIES = {
    "CITY_BUILDING": [
        ("giao-thong", "Giao thông, đường sá", "mặt đường, tín hiệu, xe buýt, bãi đỗ"),
        ("thoat-nuoc", "Thoát nước, ngập úng", "cống, hố ga, triều cường"),
        ("rac-moi-truong", "Rác thải, môi trường", "thu gom, mùi, khói bụi, kênh rạch"),
        ("tieng-on", "Tiếng ồn", "karaoke, công trình, cơ sở sản xuất"),
        ("chieu-sang-dien-nuoc", "Chiếu sáng, điện, cấp nước", "đèn đường, dây cáp, mất nước"),
        (
            "xay-dung-trat-tu",
            "Xây dựng, trật tự đô thị",
            "vỉa hè, công trình, quảng cáo ngoài trời",
        ),
        ("cay-xanh-cong-vien", "Cây xanh, công viên", "cây ngã đổ, ghế đá, khu vui chơi"),
        ("dat-dai-nha-o", "Đất đai, nhà ở", "quy hoạch, chung cư, nhà ở xã hội"),
        ("giao-duc-y-te", "Giáo dục, y tế", "trường học, bệnh viện, tiêm chủng"),
        ("van-hoa-du-lich", "Văn hóa, thể thao, du lịch", "di tích, lễ hội, sân chơi"),
        ("an-ninh-trat-tu", "An ninh, phòng cháy", "trật tự công cộng, lối thoát hiểm"),
        ("xay-dung-khac", "Việc khác", ""),
    ],
    "ADMIN_REGULATION": [
        (
            "cham-tre-nhung-nhieu",
            "Chậm trễ, gây phiền hà, không làm đúng quy định",
            "của cơ quan, cán bộ",
        ),
        ("khong-hop-thuc-te", "Quy định không phù hợp với thực tế", ""),
        ("khong-thong-nhat", "Quy định không đồng bộ, không thống nhất", ""),
        ("khong-hop-phap", "Quy định không hợp pháp", ""),
        ("trai-dieu-uoc", "Quy định trái với điều ước quốc tế", ""),
        ("quy-dinh-khac", "Vấn đề khác về quy định hành chính", ""),
        ("phuong-an-xu-ly", "Phương án xử lý những phản ánh đã nêu", "kiến nghị"),
        ("sang-kien", "Sáng kiến ban hành quy định mới", "kiến nghị"),
    ],
    "WEBSITE": [
        ("loi-ky-thuat", "Lỗi kỹ thuật", "trang không mở, biểu mẫu không gửi được"),
        ("noi-dung-sai", "Nội dung sai hoặc đã cũ", ""),
        ("kho-su-dung", "Khó dùng, khó tiếp cận", "điện thoại, trình đọc màn hình"),
        ("de-xuat-website", "Đề xuất cho trang", ""),
        ("website-khac", "Việc khác", ""),
    ],
}

NOTICE = (
    "Phòng Thông tin điện tử dùng họ tên, địa chỉ, điện thoại, thư điện tử và nội dung ông/bà gửi để tiếp "
    "nhận, phân loại, chuyển ý kiến tới cơ quan có trách nhiệm và báo lại kết quả. Cơ quan trả lời chỉ "
    "biết ông/bà là ai khi không biết thì không giải quyết được. Nội dung có thể được công khai để người "
    "khác tham khảo sau khi đã che dữ liệu cá nhân. Dữ liệu được giữ trong thời hạn lưu trữ của Phòng rồi "
    "xóa. Ông/bà có quyền xem, sửa, yêu cầu xóa dữ liệu của mình và rút lại sự đồng ý bất cứ lúc nào, bằng "
    "mã tra cứu hoặc gửi yêu cầu tới Phòng."
)
CONSENT = (
    "Tôi đồng ý để Phòng Thông tin điện tử ghi họ tên của tôi bên cạnh ý kiến khi công khai trên cổng. Không "
    "đồng ý thì ý kiến vẫn được xử lý như nhau. Tôi có thể rút lại sự đồng ý này bất cứ lúc nào."
)


def load(apps, schema_editor):
    mailbox_model = apps.get_model("feedback", "Mailbox")
    category_model = apps.get_model("feedback", "Category")
    for fields in MAILBOXES:
        mailbox = mailbox_model.objects.create(**fields)
        category_model.objects.bulk_create(
            category_model(mailbox=mailbox, code=code, name=name, hint=hint, position=place)
            for place, (code, name, hint) in enumerate(CATEGORIES[mailbox.code], start=1)
        )
    apps.get_model("feedback", "PrivacyNotice").objects.create(
        version=1, notice=NOTICE, consent=CONSENT
    )


def unload(apps, schema_editor):
    for name in ("Category", "Mailbox", "PrivacyNotice"):
        apps.get_model("feedback", name).objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_casework")]

    operations = [migrations.RunPython(load, unload)]
