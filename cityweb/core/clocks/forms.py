"""The facts of a count as a form: what the command line takes, in fields."""

from typing import Any

from django import forms

from cityweb.core import workdays
from cityweb.core.clocks import facts
from cityweb.core.clocks.rules import Explanation, Term, TermError
from cityweb.core.models.clocks import TERM_CHOICES, Clock

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
# More than the one-stop rules allow.
PAUSES = (1, 2, 3)


class DeadlineForm(forms.Form):
    """When something was received, how long it may take, and when the count stood still."""

    received = forms.DateField(label="Ngày nhận", widget=DAY)
    hour = forms.TimeField(
        label="Giờ nhận (nếu cần)",
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    amount = forms.IntegerField(label="Thời hạn", min_value=1, max_value=9999, initial=10)
    unit = forms.ChoiceField(label="Đơn vị", choices=TERM_CHOICES)
    mode = forms.ChoiceField(label="Sau khi tạm dừng", choices=Clock.Mode.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        for number in PAUSES:
            for end, label in (("from", "Tạm dừng từ"), ("to", "Đếm tiếp từ")):
                self.fields[f"pause_{number}_{end}"] = forms.DateField(
                    label=f"{label} (lần {number})", required=False, widget=DAY
                )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.errors:
            try:
                self.explanation = self._explain(data)
            except TermError as problem:
                raise forms.ValidationError(str(problem)) from problem
        return data

    def _explain(self, data: dict[str, Any]) -> Explanation:
        cutoff = workdays.cutoff(data["received"]) if data["hour"] else None
        term = Term(data["amount"], data["unit"], data["mode"], cutoff)
        received = f"{data['received']}T{data['hour']}" if data["hour"] else str(data["received"])
        return facts.explain(received, term, list(self._pauses(data)))

    def _pauses(self, data: dict[str, Any]) -> list[str]:
        ends = [(data[f"pause_{number}_from"], data[f"pause_{number}_to"]) for number in PAUSES]
        if any(end and not begin for begin, end in ends):
            raise TermError("Lần tạm dừng có ngày đếm tiếp thì phải có ngày bắt đầu.")
        return [f"{begin}:{end or ''}" for begin, end in ends if begin]

    @property
    def facts_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("received", "hour", "amount", "unit", "mode")]

    @property
    def pause_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("pause_")]
