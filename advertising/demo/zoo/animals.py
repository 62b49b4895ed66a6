"""Every page of the zoo, and what is true of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Place = Literal["popup", "bottom", "corner", "overlay", "flow", "none"]
Wait = Literal["absent", "deaf", "disabled", "countdown", "covered"]
Fake = Literal["", "window", "covered", "missing"]
Motion = Literal["", "gif", "video", "css"]


@dataclass(frozen=True, slots=True)
class Animal:
    """One page with one advertisement; the fields are the truth that measures are held against."""

    code: str
    title: str
    place: Place = "popup"
    delay: float = 0.0
    """Seconds from its appearance until it can be closed."""
    wait: Wait = "absent"
    """How it makes one wait: without a sign, with a deaf one, with one that counts down…"""
    clicks: int = 1
    fake: Fake = ""
    appears: float = 0.4
    motion: Motion = ""
    label: str = "Quảng cáo"
    report: bool = True
    size: int = 32
    faint: bool = False
    fades: bool = False
    sound: bool = False
    leaves: float = 0.0
    sign: str = "×"
    mark: str = "qc-popup"
    goods: str = "Máy lọc nước gia đình"

    @property
    def is_over(self) -> bool:
        return self.place not in {"flow", "none"}

    @property
    def closes(self) -> bool:
        return not self.fake


ZOO: tuple[Animal, ...] = (
    Animal("hien-lanh", "Ảnh tĩnh, tắt được ngay"),
    Animal("nut-dong-chu", "Nút “Đóng” bằng chữ, tắt được ngay", sign="Đóng", place="bottom"),
    Animal("cho-1-giay", "Ảnh tĩnh, nút hiện sau 1 giây", delay=1.0),
    Animal("cho-1-4", "Ảnh tĩnh, nút hiện sau 1,4 giây", delay=1.4, mark="banner-qc"),
    Animal("cho-2-giay", "Ảnh tĩnh, nút hiện sau 2 giây", delay=2.0, place="corner"),
    Animal("cho-3-giay-diec", "Nút có ngay, 3 giây sau mới có tác dụng", delay=3.0, wait="deaf"),
    Animal("cho-5-giay-khoa", "Nút bị khóa 5 giây", delay=5.0, wait="disabled", place="overlay"),
    Animal("dem-nguoc-5", "Video, đếm ngược 5 giây", delay=5.0, wait="countdown", motion="video"),
    Animal("dem-nguoc-8", "Video, đếm ngược 8 giây", delay=8.0, wait="countdown", motion="video"),
    Animal("video-3-giay", "Video, bỏ qua sau 3 giây", delay=3.0, motion="video", sign="Bỏ qua"),
    Animal("video-6-diec", "Video, nút điếc 6 giây", delay=6.0, wait="deaf", motion="video"),
    Animal("gif-4-giay", "Ảnh động, tắt được sau 4 giây", delay=4.0, motion="gif"),
    Animal("che-nut-2-giay", "Lớp trong suốt che nút 2 giây", delay=2.0, wait="covered"),
    Animal("hai-lan-bam", "Phải bấm hai lần", clicks=2),
    Animal("hai-lan-cho-2", "Chờ 2 giây rồi bấm hai lần", clicks=2, delay=2.0),
    Animal("gia-mo-cua-so", "Nút tắt giả: mở quảng cáo ở cửa sổ mới", fake="window"),
    Animal("gia-bi-che", "Nút tắt bị lớp liên kết che hẳn", fake="covered"),
    Animal("khong-nut", "Không có nút tắt", fake="missing", place="overlay"),
    Animal("nut-ti-hon", "Nút tắt 9 điểm ảnh, mờ", size=9, faint=True),
    Animal("hien-muon", "Hiện sau 3 giây, tắt được ngay", appears=3.0, fades=True),
    Animal("tu-bien-mat", "Tự biến mất sau 4 giây, không nút tắt", fake="missing", leaves=4.0),
    Animal("co-tieng", "Video tự phát có tiếng", motion="video", sound=True),
    Animal("khong-nhan", "Quảng cáo đè trang, không ghi là quảng cáo", label="", report=False),
    Animal("bai-tai-tro", "Bài tài trợ giả tin, không nhãn", place="flow", label="",
           mark="native-ad"),
    Animal("bai-co-nhan", "Bài tài trợ có nhãn", place="flow", label="Được tài trợ",
           mark="native-ad"),
    Animal("sua-bot", "Quảng cáo sữa cho trẻ dưới 24 tháng",
           goods="Sữa công thức cho trẻ 0–6 tháng"),
    Animal("ruou-manh", "Quảng cáo rượu 40 độ", place="bottom",
           goods="Rượu mạnh 40 độ, giá tốt nhất"),
    Animal("trang-sach", "Trang không quảng cáo", place="none"),
)  # fmt: skip


def of(code: str) -> Animal | None:
    """Return the page of that code, or None where there is none."""
    return next((animal for animal in ZOO if animal.code == code), None)
