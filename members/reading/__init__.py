"""What one stored page says, read in a locked child: pure functions in, plain facts out."""

from members.reading.facts import Facts, Job
from members.reading.reader import Reader

__all__ = ["Facts", "Job", "Reader"]
