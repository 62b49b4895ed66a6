"""Loads the two sites of the office and the columns its mandate names."""

from django.db import migrations

AGENCY = "Ủy ban nhân dân Thành phố Hồ Chí Minh"
SITES = [
    {
        "code": "cityweb",
        "host": "localhost",
        "is_default": True,
        "name": "Hochiminh CityWeb",
        "name_en": "Hochiminh CityWeb",
        "owner_name": AGENCY,
        "owner_name_en": "Ho Chi Minh City People's Committee",
        "tagline": "Cổng thông tin điện tử – Hochiminh CityWeb",
        "tagline_en": "The portal of Ho Chi Minh City",
        "responsible_person": "Trưởng Ban Biên tập Cổng thông tin điện tử Thành phố",
        "address": "86 Lê Thánh Tôn, phường Sài Gòn, Thành phố Hồ Chí Minh",
        "phone": "1022",
        "email": "banbientap@cityweb.example",
    },
    {
        "code": "ict-hcm",
        "host": "ict-hcm.localhost",
        "is_default": False,
        "name": "ICT-HCM",
        "name_en": "ICT-HCM",
        "owner_name": "Phòng Thông tin điện tử",
        "owner_name_en": "Electronic Information Office",
        "tagline": "Trang thông tin điện tử ICT-HCM",
        "tagline_en": "Digital information and licensing in Ho Chi Minh City",
        "responsible_person": "Trưởng phòng Thông tin điện tử",
        "address": "59 Lý Tự Trọng, phường Sài Gòn, Thành phố Hồ Chí Minh",
        "phone": "1022",
        "email": "ict-hcm@cityweb.example",
    },
]

# site, language, slug, name, place in the menu (or none), block on the home page (or none), children
COLUMNS = [
    ("cityweb", "vi", "tin-noi-bat", "Tin nổi bật", 10, None, []),
    ("cityweb", "vi", "hoat-dong-lanh-dao", "Tin hoạt động của lãnh đạo TP", 20, 1, []),
    ("cityweb", "vi", "thoi-su", "Tin thời sự", 30, 2, []),
    (
        "cityweb",
        "vi",
        "dat-dai-xay-dung",
        "Đất đai – Xây dựng",
        40,
        3,
        [("dat-dai", "Đất đai"), ("xay-dung", "Xây dựng")],
    ),
    (
        "cityweb",
        "vi",
        "cong-nghiep-thuong-mai",
        "Công nghiệp – Thương mại",
        50,
        4,
        [("cong-nghiep", "Công nghiệp"), ("thuong-mai", "Thương mại")],
    ),
    ("cityweb", "vi", "doanh-nghiep", "Doanh nghiệp", 60, 5, []),
    (
        "cityweb",
        "vi",
        "van-hoa-the-thao-du-lich",
        "Văn hóa – Thể thao – Du lịch",
        70,
        6,
        [("van-hoa", "Văn hóa"), ("the-thao", "Thể thao"), ("du-lich", "Du lịch")],
    ),
    ("cityweb", "vi", "doi-ngoai", "Đối ngoại", 80, 7, []),
    ("cityweb", "vi", "dinh-huong-phat-trien", "Định hướng – Phát triển", 90, 8, []),
    ("cityweb", "vi", "so-lieu-kinh-te-xa-hoi", "Số liệu kinh tế – xã hội", 100, 9, []),
    ("cityweb", "en", "news", "News", 10, 1, []),
    ("cityweb", "en", "investment", "Investment", 20, 2, []),
    ("cityweb", "en", "visiting", "Visiting the city", 30, 3, []),
    ("ict-hcm", "vi", "tin-ict", "Tin ICT", 10, 1, []),
    ("ict-hcm", "vi", "huong-dan-cap-phep", "Hướng dẫn cấp phép", 20, 2, []),
    ("ict-hcm", "vi", "an-toan-thong-tin", "An toàn thông tin", 30, 3, []),
    ("ict-hcm", "vi", "chuyen-doi-so", "Chuyển đổi số", 40, 4, []),
]


def load(apps, schema_editor):
    Site = apps.get_model("news", "Site")
    Column = apps.get_model("news", "Column")
    sites = {row["code"]: Site.objects.create(**row) for row in SITES}
    for site, language, slug, name, position, block, children in COLUMNS:
        column = Column.objects.create(
            site=sites[site],
            language=language,
            slug=slug,
            name=name,
            position=position,
            home_position=block,
        )
        for number, (child_slug, child_name) in enumerate(children, start=1):
            Column.objects.create(
                site=sites[site],
                language=language,
                parent=column,
                slug=child_slug,
                name=child_name,
                position=position + number,
                is_in_menu=False,
            )


def unload(apps, schema_editor):
    apps.get_model("news", "Column").objects.all().delete()
    apps.get_model("news", "Site").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("news", "0001_articles_and_editions")]
    operations = [migrations.RunPython(load, unload)]
