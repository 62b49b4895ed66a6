"""Says of an address as it is written down whether it would ever be asked; asks nobody."""

from cityweb.core.fetch import policy, spelling
from cityweb.core.fetch.failures import Fault
from cityweb.core.fetch.options import Rules

# Names that only a machine, or a network of its own, knows.
_INSIDE = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".localdomain")


def why_refused(url: str) -> str:
    """Return why `url` would be refused before anything is asked, in Vietnamese; else ""."""
    rules = Rules.from_settings()
    try:
        target = spelling.read(url)
    except Fault as fault:
        return str(fault)
    if target.port not in rules.ports:
        known = ", ".join(str(port) for port in sorted(rules.ports)[:4])
        return f"máy theo dõi không hỏi cổng {target.port} (chỉ hỏi {known})"
    if rules.is_loopback(target.host):
        return ""
    if target.literal:
        said = policy.why_off_limits(target.literal)
        return f"{target.literal} là {said}" if said else ""
    if "." not in target.host or target.host.endswith(_INSIDE):
        return f"{target.host} là tên chỉ dùng trong mạng nội bộ"
    return ""
