"""An officer's browser in tests: the screen of one case, and its steps."""

from feedback.models import Submission

LIST = "/nghiep-vu/feedback/"


def address(one):
    return f"{LIST}{getattr(one, 'code', one)}/"


def take(browser, one, verb, **fields):
    return browser.post(f"{address(one)}do/{verb}/", fields)


def verbs_of(page):
    return {page.context["step"].key if page.context["step"] else ""} | {
        verb.key for verb in [*page.context["other_steps"], *page.context["grave_steps"]]
    }


def moved(one):
    return Submission.objects.get(pk=one.pk)


def seen_by(browser, one, verb):
    """Return the mark that stands in the form of a step as this browser has it open."""
    page = browser.get(address(one), {"do": verb})
    return page.context["seen"]
