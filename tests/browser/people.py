"""People of the sample portal, each in a browser of their own, and what all of them do."""

import re

from tests.browser.axe import findings

PASSWORD = "cityweb-demo-2026"
PHONE = 360
UNFOLD = """
  for (const one of document.querySelectorAll("main details, aside details")) one.open = true;
"""


class People:
    """Whoever has a part: `people["giamdoc"]` is the page in front of that person.

    What axe finds on a screen, and what runs out of a phone, is gathered in `faults`.
    """

    def __init__(self, visit):
        self._visit, self._pages, self.faults = visit, {}, []

    def __getitem__(self, name):
        if name not in self._pages:
            self._pages[name] = self.signed_in(f"{name}@demo.cityweb.example", PASSWORD)
        return self._pages[name]

    def signed_in(self, email, password):
        page = self._visit("/tai-khoan/dang-nhap/")
        page.fill("input[name=login]", email)
        page.fill("input[name=password]", password)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(re.compile(r"/(nghiep-vu|nop-ho-so/cua-toi)/$"))
        return page

    def look(self, page, name, *, scheme="light"):
        """Look at a screen with everything unfolded; once in a walk for each kind of screen."""
        page.evaluate(UNFOLD)
        page.emulate_media(color_scheme=scheme)
        self.faults += [f"{name}, {scheme}: {one}" for one in findings(page)]
        page.set_viewport_size({"width": PHONE, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > PHONE:
            self.faults.append(f"{name}: wider than a phone")
        page.set_viewport_size({"width": 1280, "height": 800})
        page.emulate_media(color_scheme="light")


def press(page, label):
    """Press a button, and wait for the page it leads to."""
    with page.expect_navigation():
        page.locator("main, aside").get_by_role("button", name=label, exact=True).click()


def put(page, field, *files):
    """Choose files in a field that sends them at once."""
    with page.expect_navigation():
        field.set_input_files(list(files))


def scan(name):
    """Return a PDF as an applicant would scan it; each name another page."""
    height = 700 + sum(name.encode()) % 97
    body = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    body += "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    body += f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 {height}]>>endobj\n"
    body += "trailer<</Size 4/Root 1 0 R>>\n%%EOF\n"
    return {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": body.encode()}
