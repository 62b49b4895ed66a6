"""Names of sent files: words of strangers that are shown, and written into headers and folders."""

import re
import unicodedata

from cityweb.core import text

LONGEST = 140
_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f/\\\u2028\u2029]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\Z", re.IGNORECASE
)
# What a system or an office program runs on a double click, and pages that a browser runs.
_RUNNABLE = """
ade adp apk app appx asp aspx bash bat cab cer chm cmd com cpl crt csh dll dmg docm dotm elf exe
gadget hlp hta htaccess htm html inf ins iso jar jnlp js jse jsp jsx ksh lib lnk mht mhtml msc
msi msix msp mst ocx one phar php php3 php4 php5 phtml pif pl potm ppam ppsm pptm ps1 psm1 py
pyc rb reg scf scr sct sh shtml slk svg svgz swf sys url vb vbe vbs vhd vxd wasm wsc wsf wsh xht
xhtml xla xlam xll xlm xlsb xlsm xltm xml xsl zsh
"""
RUNNABLE = frozenset(_RUNNABLE.split())
# What an office program calls a file that may bear macros.
WITH_MACROS = {
    **dict.fromkeys(("docm", "dotm"), "Word"),
    **dict.fromkeys(("xla", "xlam", "xll", "xlm", "xlsb", "xlsm", "xltm"), "Excel"),
    **dict.fromkeys(("potm", "ppam", "ppsm", "pptm"), "PowerPoint"),
}
DRAWINGS = frozenset({"svg", "svgz"})


def extension(sent: str) -> str:
    """Return the last extension of a sent name, in lower case, without the dot."""
    stem, dot, last = _last_step(sent).rstrip(" .").rpartition(".")
    return text.clean(last).strip().casefold() if dot and stem else ""


def safe(sent: str, real: str) -> tuple[str, list[str]]:
    """Return the name to keep, ending in the `real` extension, and what was changed and why.

    The changes that matter are told: "name" (characters, path, reserved, too long, a second
    extension that could run) and "extension". NFC alone is not one of them.
    """
    step = _last_step(sent)
    claimed = extension(step)
    stem = step.rstrip(" .").rpartition(".")[0] if claimed else step
    tidy = _tidied(stem)
    changes = []
    if tidy != unicodedata.normalize("NFC", stem) or step != sent:
        changes.append("name")
    if claimed not in _same(real):
        changes.append("extension")
    return f"{tidy}.{real}", changes


def _tidied(stem: str) -> str:
    words = _UNSAFE.sub("_", text.clean(stem)).strip(" .")
    parts = words.split(".")
    joined = parts[0]
    for part in parts[1:]:
        joined += ("_" if part.strip().casefold() in RUNNABLE else ".") + part
    if _RESERVED.match(joined.partition(".")[0].strip()):
        joined = f"_{joined}"
    return joined[:LONGEST].strip(" .") or "tep"


def _last_step(sent: str) -> str:
    return re.split(r"[/\\]", sent)[-1]


def _same(real: str) -> tuple[str, ...]:
    return {"jpg": ("jpg", "jpeg", "jpe", "jfif")}.get(real, (real,))
