"""Why a file was refused: stable codes for tests and logs, sentences that say what to do."""

from django.utils.translation import gettext

from cityweb.core.errors import Refused

_WORDS = {
    "empty": "Tệp rỗng. Hãy mở tệp trên máy của bạn để kiểm tra rồi gửi lại.",
    "too-large": "Tệp quá lớn: tối đa {most} MB. Hãy thu nhỏ hoặc chia thành nhiều tệp.",
    "wrong-kind": "Chỉ nhận tệp {kinds}. Hãy lưu lại thành một trong các loại này rồi gửi.",
    "runnable-name": "Tên tệp có đuôi của chương trình nên không được nhận. Chỉ nhận {kinds}.",
    "svg": "Hình SVG không nhận được. Xin gửi hình PNG, JPG hoặc tệp PDF.",
    "program": "Tệp này là chương trình nên không được nhận. Chỉ nhận {kinds}.",
    "archive": "Không nhận tệp nén. Hãy gửi từng tệp bên trong, dạng {kinds}.",
    "old-office": (
        "Không nhận tệp Word, Excel, PowerPoint đời cũ (.doc, .xls, .ppt) và thư đã lưu. "
        "Hãy lưu lại thành PDF hoặc DOCX rồi gửi."
    ),
    "encrypted": "Tệp có mật khẩu hoặc bị khóa quyền. Hãy bỏ mật khẩu rồi gửi lại.",
    "disguised": "Tệp này chứa cả nội dung loại khác nên bị từ chối. Hãy xuất lại tệp mới.",
    "unreadable": "Không đọc được tệp: tệp hỏng hoặc bị cắt cụt. Hãy lưu lại rồi gửi.",
    "too-costly": "Tệp quá phức tạp để kiểm tra an toàn. Hãy xuất lại thành PDF đơn giản hơn.",
    "bomb": "Tệp bung ra quá lớn khi mở nên bị từ chối. Hãy xuất lại tệp mới.",
    "too-many-pixels": "Hình quá lớn khi mở ra. Hãy thu nhỏ còn dưới 25 triệu điểm ảnh rồi gửi.",
    "odd-archive": "Tệp được đóng gói khác thường. Hãy mở ra và lưu lại thành tệp mới.",
    "xml-bomb": "Tệp có phần khai báo nguy hiểm. Hãy mở ra và lưu lại thành tệp mới.",
    "xml-external": (
        "Tệp khai báo lấy nội dung từ tệp khác hoặc từ mạng. Hãy mở ra và lưu lại thành tệp mới."
    ),
    "odd-encoding": "Tệp dùng bảng mã lạ. Hãy mở ra và lưu lại thành tệp mới.",
    "macro": "{what} có macro. Hãy lưu lại dạng DOCX hoặc XLSX không macro, hoặc PDF, rồi gửi.",
    "embedded-object": "Tệp có đối tượng nhúng. Hãy xuất thành PDF rồi gửi.",
    "external-content": (
        "Tệp lấy nội dung từ nơi khác (liên kết ngoài, mẫu ngoài). "
        "Hãy ngắt các liên kết hoặc xuất thành PDF rồi gửi."
    ),
    "active-field": "Tệp có công thức gọi chương trình khác. Hãy xuất thành PDF rồi gửi.",
    "signed-active": (
        "Tệp PDF đã ký số nhưng có mã chạy, tệp nhúng hoặc hành động tự động nên không được nhận. "
        "Hãy gửi bản ký không có các phần đó."
    ),
    "markup": "Tệp văn bản này chứa mã trang web hoặc mã lệnh. Hãy gửi nội dung dạng PDF.",
    "not-text": "Không đọc được tệp văn bản. Hãy lưu với bảng mã UTF-8 rồi gửi lại.",
    "infected": "Tệp có mã độc nên không được nhận. Hãy quét máy của bạn trước khi gửi tệp khác.",
}


def refusal(code: str, **words: object) -> Refused:
    """Return the refusal with its sentence; `kinds` and `most` where the sentence needs them."""
    return Refused(code, gettext(_WORDS[code]).format_map(_Blanks(words)))


class _Blanks(dict[str, object]):
    """What a sentence asks for and nobody gave."""

    def __missing__(self, key: str) -> str:
        return {"kinds": "tệp PDF, hình hoặc văn bản", "most": "25", "what": gettext("Tệp")}[key]
