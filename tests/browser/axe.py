"""What axe-core says about a page in view."""

from axe_playwright_python.sync_playwright import Axe

# Colours fade when the scheme changes; halfway they are nobody's choice. Nothing is waited for: a
# window that is not drawn never comes to the end of what it shows.
AT_REST = """() => {
    for (const one of document.getAnimations()) {
        try { one.finish() } catch { one.cancel() }
    }
}"""


def findings(page):
    """Return one line for each element that breaks a rule; an empty list is what we want."""
    page.evaluate(AT_REST)
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
    ]


def findings_in_both_schemes(page, widths):
    """Return the findings in light and dark, at each width."""
    found = []
    for scheme in ("light", "dark"):
        for width in widths:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{scheme} {width}: {finding}" for finding in findings(page)]
    return found
