"""What one message says, as plain values: nothing of it is believed yet."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Enclosure:
    """A file that came with a message, under the name its sender gave it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Bounce:
    """A report of the mail system about a message of ours."""

    # Enhanced status such as "5.1.1"; "" when the report names none.
    status: str = ""
    is_final: bool = False
    message_id: str = ""
    recipient: str = field(default="", repr=False)


@dataclass(frozen=True)
class Verdict:
    """What our own mail server found: "pass", "fail", "none", …; "" where it said nothing."""

    spf: str = ""
    dkim: str = ""
    dmarc: str = ""


@dataclass(frozen=True)
class Mail:
    """One message. Addresses are in small letters, texts in NFC without control characters."""

    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    sender: str = field(default="", repr=False)
    sender_name: str = field(default="", repr=False)
    # Every address it was sent to, also where a mail server delivered it.
    recipients: tuple[str, ...] = field(default=(), repr=False)
    subject: str = field(default="", repr=False)
    # What the sender wrote, and what they quoted below or above it.
    text: str = field(default="", repr=False)
    quoted: str = field(default="", repr=False)
    enclosures: tuple[Enclosure, ...] = ()
    bounce: Bounce | None = None
    is_auto_reply: bool = False
    verdict: Verdict = Verdict()
    # One "From" with one address, as it must be: otherwise nobody knows whose words these are.
    has_one_sender: bool = True
    # What was left out and why: "too-large", "too-complex", "too-many-parts", "text-cut",
    # "too-many-enclosures". The raw mail has it all.
    defects: tuple[str, ...] = ()

    @property
    def is_bounce(self) -> bool:
        return self.bounce is not None
