"""Which ports the sample sites of a demo are played on, by the port of its portal."""


def of_samples(port: int) -> int:
    """Return the first of four ports that no other demo on this machine takes."""
    first = 9000 + 4 * ((port - 8000) % 5000)
    return first + 4 if port in range(first, first + 4) else first
