"""A citizen's browser in tests: opens a form as a page, fills it in, sends it."""

from lxml import html


class Page:
    """An answer of the portal, read as a person would read it."""

    def __init__(self, response):
        self.response = response
        self.status = response.status_code
        self.tree = html.fromstring(response.content.decode())

    @property
    def text(self):
        return " ".join(self.tree.text_content().split())

    def value(self, name):
        """Return what stands in the first field of this name."""
        found = self.tree.xpath(f"//*[@name='{name}']")[0]
        return found.text_content() if found.tag == "textarea" else found.get("value", "")

    def errors(self):
        """Return the messages beside fields, by the field they stand at."""
        return {
            one.get("id", "").removesuffix("_error").removeprefix("id_"): one.text_content().strip()
            for one in self.tree.xpath("//form//ul[contains(@class, 'errorlist')]")
        }

    def summary(self):
        return [
            " ".join(one.text_content().split())
            for one in self.tree.xpath("//*[@role='alert']//li")
        ]

    def codes(self):
        """Return code and secret from a receipt."""
        return tuple(
            one.text_content().strip()
            for one in self.tree.xpath("//dl[contains(@class, 'codes')]//dd")
        )


LETTER = {
    "category": "giao-thong",
    "subject": "Nắp cống vỡ ở hẻm 12",
    "body": "Nắp cống giữa hẻm vỡ một nửa, xe máy dễ sụp bánh.\r\nĐã hai tuần nay.",
    "sender_kind": "person",
}


def open_form(client, slug="xay-dung-thanh-pho"):
    return Page(client.get(f"/gop-y/{slug}/"))


def send(client, *, slug="xay-dung-thanh-pho", ticket=None, **fields):
    """Open the form, fill it in and send it, or send again with the ticket of an earlier page."""
    ticket = ticket or open_form(client, slug).value("ticket")
    return Page(client.post(f"/gop-y/{slug}/", {**LETTER, "ticket": ticket, **fields}))
