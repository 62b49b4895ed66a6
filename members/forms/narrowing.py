"""What the list of sites is narrowed by."""

from django import forms
from django.db.models import Q, QuerySet

from members.models import MemberSite
from members.verdicts.levels import Level, Subject


class Narrow(forms.Form):
    """The filters of the list; what makes no sense is left out, not complained about."""

    q = forms.CharField(label="Tìm", required=False, max_length=100)
    level = forms.ChoiceField(
        label="Mức", required=False, choices=[("", "Mọi mức"), *reversed(Level.choices)]
    )
    subject = forms.ChoiceField(
        label="Về", required=False, choices=[("", "Mọi mặt"), *Subject.choices]
    )
    tag = forms.ChoiceField(label="Nhãn", required=False)
    platform = forms.ChoiceField(label="Nền tảng", required=False)

    def __init__(self, data: object, *, known: dict[str, list[str]]) -> None:
        super().__init__(data)
        for name, empty in (("tag", "Mọi nhãn"), ("platform", "Mọi nền tảng")):
            values = [(value, value) for value in known.get(name, [])]
            self.fields[name].choices = [("", empty), *values]
        self.is_valid()

    @property
    def said(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, sites: QuerySet[MemberSite]) -> QuerySet[MemberSite]:
        """Keep the sites that fit by their own facts; verdicts are looked at later."""
        said = self.said
        if words := said.get("q"):
            sites = sites.filter(
                Q(name__icontains=words)
                | Q(code__icontains=words)
                | Q(home_url__icontains=words)
                | Q(organisation__name__icontains=words)
            )
        if tag := said.get("tag"):
            sites = sites.filter(tags__contains=[tag])
        if platform := said.get("platform"):
            sites = sites.filter(platform=platform)
        return sites
