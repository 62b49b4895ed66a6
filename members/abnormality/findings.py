"""What a verdict of abnormality yields: the rule, where, and the words it stands on."""

from dataclasses import dataclass

LONGEST_EVIDENCE = 240
MOST_FINDINGS = 40


@dataclass(frozen=True)
class Finding:
    """One thing that does not belong on a page.

    `rule` is the short code of what was seen; `evidence` quotes it; `is_mild` marks a change that
    wants a look but is no alarm by itself.
    """

    rule: str
    url: str
    evidence: str
    is_mild: bool = False


def finding(rule: str, url: str, *words: str, is_mild: bool = False) -> Finding:
    """Return a finding whose evidence is `words` joined and cut to a readable length."""
    text = " · ".join(" ".join(part[:1_000].split()) for part in words if part)
    return Finding(rule=rule, url=url[:500], evidence=text[:LONGEST_EVIDENCE], is_mild=is_mild)


def distinct(findings: list[Finding]) -> list[Finding]:
    """Return findings without repetition, the grave ones first, no more than a person reads."""
    kept = list(dict.fromkeys(findings))
    return sorted(kept, key=lambda one: one.is_mild)[:MOST_FINDINGS]
