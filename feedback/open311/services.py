"""What requests can be about, and what each needs to be told."""

from typing import Any

from feedback.models import Category, Mailbox, Submission
from feedback.open311.wire import Problem
from feedback.reports import boxes
from feedback.reports.boxes import Box

Values = list[tuple[str, str]]


def services() -> list[dict[str, Any]]:
    """Return every category of the mailboxes that take letters."""
    return [
        {
            "service_code": category.code,
            "service_name": category.name,
            "description": category.hint,
            "metadata": True,
            "type": "realtime",
            "keywords": "",
            "group": box.mailbox.name,
        }
        for box in _open_boxes()
        for category in box.categories
    ]


def find(code: str) -> tuple[Box, Category]:
    """Return the mailbox and the category behind a code. Raises `Problem` 404 without one."""
    for box in _open_boxes():
        category = box.category(code)
        if category is not None:
            return box, category
    raise Problem(404, "service_code: không có dịch vụ mang mã này.")


def definition(code: str) -> dict[str, Any]:
    """Return what a request of the service may and must say beside its description."""
    box, category = find(code)
    needs_address = Mailbox.Need.ADDRESS in box.mailbox.needs
    return {
        "service_code": category.code,
        "attributes": [
            _attribute(1, "subject", "Tiêu đề. Không có thì lấy phần đầu của nội dung."),
            _attribute(2, "area", "Phường, xã, đặc khu; tên mới hoặc tên cũ."),
            _attribute(3, "sender_address", "Địa chỉ của người gửi.", is_needed=needs_address),
            _attribute(
                4, "sender_kind", "Người gửi là cá nhân hay tổ chức.", Submission.Sender.choices
            ),
        ],
    }


def _open_boxes() -> list[Box]:
    return [box for box in boxes.boxes() if box.mailbox.is_open]


def _attribute(
    order: int, code: str, description: str, values: Values | None = None, is_needed: bool = False
) -> dict[str, Any]:
    return {
        "variable": True,
        "code": code,
        "datatype": "singlevaluelist" if values else "string",
        "required": is_needed,
        "datatype_description": "",
        "order": order,
        "description": description,
        "values": [{"key": key, "name": str(name)} for key, name in values or []],
    }
