"""Steps on desk screens: button, form, action, and how one is taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Model, TextChoices
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from advertising.forms.stepping import StepForm
from cityweb.core import downloads, role_table
from cityweb.core.asking import AskingForm
from cityweb.core.errors import Refused
from cityweb.core.models import Paper, Role, User
from cityweb.core.role_table import Move

INVALID, CONFLICT = 422, 409


@dataclass(frozen=True)
class Step:
    """One step; `panel` names the part of the screen it stands in, else it stands aside."""

    verb: TextChoices
    do: Callable[..., object]
    form: type[StepForm] = StepForm
    meaning: str = ""
    offered: Callable[[Any], bool] = lambda subject: True
    panel: str = ""
    is_grave: bool = False
    # Only on demand: never the step that stands open by itself.
    is_aside: Callable[[Any], bool] = lambda subject: False

    @property
    def word(self) -> str:
        return self.verb.value

    @property
    def label(self) -> str:
        return str(self.verb.label)


def always(subject: Model) -> bool:
    return True


@dataclass(frozen=True)
class Screen:
    """One kind of subject on the desk: how it is found, drawn, and what may be done with it."""

    steps: tuple[Step, ...]
    table: Mapping[tuple[Any, Any], Move[Any]]
    stands: Callable[[Any], TextChoices]
    """Where a subject stands, as the table names it."""
    find: Callable[[HttpRequest, int], Any]
    draw: Callable[..., HttpResponse]
    route: str
    """The name of the address that shows one subject by its number."""
    is_theirs: Callable[[Any, Any, User], bool] = lambda subject, verb, user: True
    """Whether this step of this subject is this person's, beyond what the table says of roles."""

    def address(self, pk: int) -> str:
        return reverse(self.route, args=[pk])

    def cell(self, subject: Model, verb: TextChoices) -> Move[Any] | None:
        """Return what the table says of the step where the subject stands now."""
        return self.table.get((self.stands(subject), verb))

    def may(self, subject: Model, verb: TextChoices, user: User) -> bool:
        """Tell whether this person may take the step now."""
        is_open = role_table.may(self.cell(subject, verb), user.roles)
        return is_open and self.is_theirs(subject, verb, user)

    def offered(self, subject: Model, user: User) -> list[Step]:
        """Return what this person may do now, the usual step first."""
        return [
            step
            for step in self.steps
            if self.may(subject, step.verb, user) and step.offered(subject)
        ]

    def begin(
        self,
        request: HttpRequest,
        form: AskingForm,
        make: Callable[[], Model],
        *,
        title: str,
        button: str,
    ) -> HttpResponse:
        """Show the form a subject begins with; once it is sent well, make it and go to its page."""
        if request.method == "POST" and form.is_valid():
            try:
                return redirect(self.address(make().pk))
            except Refused as refusal:
                form.refuse(refusal)
        context = {"form": form, "title": title, "button": button}
        status = INVALID if form.errors else 200
        return render(request, "advertising/desk/form.html", context, status=status)

    def show(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.draw(request, self.find(request, pk))

    def paper(self, request: HttpRequest, pk: int, paper: int) -> FileResponse:
        """Send one issued paper of the subject."""
        rows = Paper.objects.about(self.find(request, pk)).issued()
        return downloads.paper(get_object_or_404(rows, pk=paper))

    def waits_for(self, subject: Model) -> tuple[str, str] | None:
        """Return whose turn it is and for which usual step; None where nothing is left to do."""
        for step in self.steps:
            cell = self.cell(subject, step.verb)
            is_usual = not (step.panel or step.is_grave or step.is_aside(subject))
            if cell is not None and is_usual and step.offered(subject):
                names = ", ".join(role.label for role in Role if role in cell.roles)
                return names, step.label.lower()
        return None

    def act(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        """Take one step. What was typed is kept when a rule forbids it or a field is wrong."""
        found = self.find(request, pk)
        step = next((one for one in self.steps if one.word == verb), None)
        if step is None:
            raise Http404(verb)
        form = step.form(request.POST, request.FILES, subject=found, user=request.user)
        if not form.is_valid():
            return self.draw(request, found, step, form, status=INVALID)
        try:
            step.do(pk=pk, actor=request.user, **form.said())
        except Refused as refusal:
            form.refuse(refusal)
            return self.draw(request, self.find(request, pk), step, form, status=CONFLICT)
        messages.success(request, f"Đã ghi: {step.label.lower()}.")
        panel = f"?panel={step.panel}#panel" if step.panel else ""
        return redirect(self.address(pk) + panel)

    def context(
        self, request: HttpRequest, subject: Model, step: Step | None, form: StepForm | None
    ) -> dict[str, Any]:
        """Return the step that stands open, the others as ways to it, and the forms of panels."""
        offered = self.offered(subject, request.user)
        plain = [one for one in offered if not one.panel]
        wanted = request.GET.get("do", "")
        chosen = next((one for one in plain if one.word == wanted), None)
        tried = step if step and not step.panel else None
        usual = [one for one in plain if not one.is_grave and not one.is_aside(subject)]
        opened = tried or chosen or next(iter(usual), None)

        def form_of(one: Step) -> StepForm:
            is_tried = one is step and form is not None
            return form if is_tried else one.form(subject=subject, user=request.user)

        return {
            "one": subject,
            "address": self.address(subject.pk),
            "step": opened,
            "waits_for": None if opened else self.waits_for(subject),
            "step_form": form_of(opened) if opened else None,
            "others": [one for one in plain if one is not opened],
            "panel_forms": {
                one.word.replace("-", "_"): form_of(one)
                for one in self.steps
                # What was tried is shown although it is no longer offered: with its words.
                if one.panel and (one in offered or one is step)
            },
        }
