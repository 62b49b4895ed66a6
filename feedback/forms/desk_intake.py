"""How something reached an officer who writes it down for its sender."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.utils import timezone

from feedback.states import SPOKEN, Channel

# A letter on paper may have lain in the post room; an older one comes with a story of its own.
LONGEST_AGO = timedelta(days=30)
NOON = time(12)


class Arrival(forms.Form):
    """By which way, and on which day, the office got it."""

    channel = forms.TypedChoiceField(
        label="Nhận qua", coerce=Channel, choices=[(one.value, one.label) for one in SPOKEN]
    )
    received_on = forms.DateField(
        label="Ngày nhận",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Ngày người gửi nói hoặc ngày văn bản đến; thời hạn tính từ ngày này.",
    )

    def clean_received_on(self) -> date:
        day, today = self.cleaned_data["received_on"], timezone.localdate()
        if not today - LONGEST_AGO <= day <= today:
            raise forms.ValidationError("Ngày nhận là hôm nay hoặc trong 30 ngày vừa qua.")
        return day

    @property
    def received_at(self) -> datetime:
        """The moment clocks count from: now, or the noon of a day that has passed."""
        day = self.cleaned_data["received_on"]
        if day == timezone.localdate():
            return timezone.now()
        return timezone.make_aware(datetime.combine(day, NOON))
