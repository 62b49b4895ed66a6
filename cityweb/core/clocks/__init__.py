"""Terms of cases: started, paused, resumed, stopped; counted by ledger and calendar, explained.

`Clock.due_at` is the last instant in time and follows from the spans. Pausing a clock never freezes
the work. Counting is by `rules`, pure functions; law in force read on the day the clock started.
"""

from cityweb.core.clocks.actions import pause, resume, start, stop
from cityweb.core.clocks.forecasting import Moved, Report, forecast
from cityweb.core.clocks.marks import Claim, claim_marks
from cityweb.core.clocks.reading import colour, explain, of
from cityweb.core.clocks.reminding import deal_with_marks
from cityweb.core.clocks.rules import Explanation, Pause, Term, TermError

__all__ = [
    "Claim",
    "Explanation",
    "Moved",
    "Pause",
    "Report",
    "Term",
    "TermError",
    "claim_marks",
    "deal_with_marks",
    "colour",
    "explain",
    "forecast",
    "of",
    "pause",
    "resume",
    "start",
    "stop",
]
