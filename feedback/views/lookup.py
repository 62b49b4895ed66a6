"""Following a submission by code and secret. Both travel in the body of a POST, never in addresses.

Every answer to a POST is the page itself: there is no session to come back to, and sending the same
form twice does nothing twice.
"""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.csrf import csrf_exempt

from cityweb.core import attachments, pages
from cityweb.core.attachments.views import sent
from cityweb.core.errors import Refused
from cityweb.core.models import Attachment
from feedback import actions, codes
from feedback.abuse import proof, risk
from feedback.actions.talking import ADDITION_FILES
from feedback.forms import followed as followed_forms
from feedback.forms import keys, tickets
from feedback.forms.followed import FORMS, TYPED_IN, AdditionForm, CodesForm
from feedback.forms.tickets import Ticket
from feedback.models import Submission
from feedback.reports import followed
from feedback.views import files
from feedback.views.citizen import home
from feedback.views.receipts import SECRET

PATH = "/gop-y/tra-cuu/"
WRONG = gettext_noop("Mã tra cứu hoặc mã bí mật chưa đúng. Xin xem lại giấy báo hoặc thư báo nhận.")
OVER = gettext_noop("Đã quá 30 phút nên trang đóng lại. Xin nhập lại hai mã.")
KEPT = gettext_noop("Chữ đã gõ còn nguyên và hiện lại sau khi nhập.")
NOT_YET = gettext_noop(
    "Chữ ông/bà đã gõ còn nguyên nhưng chưa gửi. Xin xem lại rồi bấm gửi lần nữa."
)
FILE = "file"
FILE_OPENS = gettext_noop("Tệp này mở bằng hai mã của ý kiến.")
NO_FILE = gettext_noop("Ý kiến này không có tệp đó.")
AMISS = gettext_noop("Chưa gửi được. Xin xem lại chỗ báo đỏ.")
WAIT = gettext_noop(
    "Đã có nhiều lần nhập sai: xin sửa hai mã, chờ thêm vài giây rồi bấm Xem lần nữa."
)

# None of these views asks for Django's CSRF token: nobody is signed in, no cookie carries a right,
# and what is sent (both codes, or the key from a page that showed them) is itself the right.


@csrf_exempt
def lookup(request: HttpRequest) -> HttpResponseBase:
    """Ask for code and secret, and show the submission they open."""
    if request.method != "POST":
        return _ask(request, CodesForm())
    form = CodesForm(request.POST)
    if not form.is_valid():
        return _ask(request, form)
    code = codes.tidy_code(form.cleaned_data["code"])
    # The right pair opens whatever others on the same network did wrong; its secret is too long
    # to be guessed at any speed.
    pk = _opened_by(code, form.cleaned_data["secret"])
    return _missed(request, form, code) if pk is None else _opened(request, pk)


def _file_of(pk: int, key: str) -> Attachment | None:
    try:
        return followed.file_of(Submission.objects.get(pk=pk), UUID(key))
    except ValueError:
        return None


def _opened(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Show the submission, and what was typed when its page had closed."""
    actions.receipt_was_seen(pk=pk)
    if FILE in request.POST:
        found = _file_of(pk, request.POST[FILE])
        return sent(found) if found else show(request, pk, problem=_(NO_FILE))
    name = request.POST.get(TYPED_IN, "")
    if name not in FORMS:
        return show(request, pk)
    form = FORMS[name](initial=request.POST.dict())
    ticket = tickets.read(request.POST.get("ticket", ""))
    return show(request, pk, problem=_(NOT_YET), ticket=ticket, **{name: form})


def _missed(request: HttpRequest, form: CodesForm, code: str) -> HttpResponse:
    """Say that the codes are wrong; who is wrong often waits before being told again."""
    weighed = risk.of_lookup(request, code=code)
    if weighed.level:
        given = proof.read(request.POST.get("challenge", ""), PATH)
        if given is None or not proof.is_met(given, request.POST.get("answer", "")):
            form.add_error(None, f"{_(WRONG)} {_(WAIT)}")
            return _ask(request, form, given or proof.challenge(PATH, weighed.level))
    risk.missed(request, code=code)
    form.add_error(None, _(WRONG))
    return _ask(request, form)


def _opened_by(code: str, secret: str) -> int | None:
    """Return which submission code and secret open; a wrong code costs what a wrong secret does."""
    rows = Submission.objects.filter(code=code).values_list("pk", "secret_digest")
    pk, digest = rows.first() or (None, "")
    is_right = codes.is_secret(secret, digest)
    return pk if is_right else None


def _ask(
    request: HttpRequest,
    form: CodesForm,
    challenge: proof.Challenge | None = None,
    *,
    problem: str = "",
    typed: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    """Ask for both codes; `typed` goes along, and from then on with each answer."""
    facts = {
        **pages.in_languages(PATH),
        "title": _("Tra cứu ý kiến"),
        "description": _("Xem tình trạng, bổ sung, đọc trả lời bằng mã tra cứu và mã bí mật."),
        "line": [home()],
        "form": form,
        "challenge": challenge,
        "problem": problem,
        "typed": _typed(request) if typed is None else typed,
    }
    response = pages.page(request, "feedback/lookup.html", facts)
    response.headers["Cache-Control"] = SECRET
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what goes along through asking for both codes: words, or which file is to open."""
    file = request.POST.get(FILE)
    return [(FILE, file)] if file else followed_forms.typed(request.POST)


def show(
    request: HttpRequest,
    pk: int,
    *,
    said: str = "",
    problem: str = "",
    status: int = 200,
    ticket: Ticket | None = None,
    **given: forms.Form,
) -> HttpResponse:
    """Show the submission to its sender, with the forms of all they may still do.

    `given` are forms as they were typed; what is offered no more is shown as words to copy.
    """
    rows = Submission.objects.select_related("mailbox", "unit", "category", "duplicate_of__mailbox")
    submission = rows.get(pk=pk)
    now, where = timezone.now(), pages.in_languages(PATH)
    shown = followed.follow(submission, now=now)
    facts = {
        "now": now,
        **where,
        "title": _("Ý kiến %(code)s") % {"code": submission.code},
        "line": [home(), pages.Step(_("Tra cứu"), where["path"])],
        "shown": shown,
        "submission": submission,
        "key": keys.issue(pk),
        "ticket": ticket or tickets.issue(),
        "files": attachments.drafts(ticket.draft_token) if ticket else [],
        "said": said,
        "problem": problem,
        "typed_in": next(iter(given), ""),
        "unsent": _unsent(shown, given),
        "most_files": ADDITION_FILES,
    }
    facts |= {name: given.get(name) or form() for name, form in FORMS.items()}
    response = pages.page(request, "feedback/followed.html", facts)
    response.status_code = status
    response.headers["Cache-Control"] = SECRET
    return response


def _unsent(shown: followed.Followed, given: dict[str, forms.Form]) -> list[tuple[str, str]]:
    """Return what was typed into forms that are offered no more."""
    is_offered = {
        "addition": shown.may_add,
        "reopening": shown.may_reopen,
        "rating": shown.may_rate,
        "data": shown.submission.anonymised_at is None,
    }
    gone = [form for name, form in given.items() if not is_offered[name]]
    return [line for form in gone for line in followed_forms.unsent(form)]


def _do(
    request: HttpRequest,
    deed: Callable[[int], object],
    *,
    said: str,
    name: str = "",
    form: forms.Form | None = None,
    ticket: Ticket | None = None,
) -> HttpResponse:
    """Do one thing for who holds the key, and show the page with what came of it."""
    pk = keys.read(request.POST.get("key", ""))
    if pk is None:
        return over(request, name, ticket)
    again = {"ticket": ticket} | ({name: form} if form else {})
    if form is not None and not form.is_valid():
        return show(request, pk, problem=_(AMISS), status=422, **again)
    try:
        deed(pk)
    except Refused as refusal:
        return show(request, pk, problem=refusal.message, status=409, **again)
    return show(request, pk, said=_(said))


def over(request: HttpRequest, name: str = "", ticket: Ticket | None = None) -> HttpResponse:
    """Ask for both codes again, and take along what was typed."""
    sent = request.POST.dict() | ({"ticket": ticket.text} if ticket else {})
    typed = followed_forms.typed(sent, name)
    return _ask(
        request, CodesForm(), problem=f"{_(OVER)} {_(KEPT)}" if typed else _(OVER), typed=typed
    )


@csrf_exempt
def add(request: HttpRequest) -> HttpResponse:
    """Take what the sender adds, with files; a file that is refused costs nothing but itself."""
    form = AdditionForm(request.POST)
    pk = keys.read(request.POST.get("key", ""))
    ticket = tickets.read(request.POST.get("ticket", ""))
    if ticket or pk:
        ticket = ticket or tickets.issue()
        files.remove(ticket, request.POST.get("remove_file", ""))
        uploads = request.FILES.getlist("files")
        form.file_problems = tuple(files.keep(request, uploads, ticket))
    if pk and "remove_file" in request.POST and not form.file_problems:
        # Shown again as it was typed; nothing was sent yet, so nothing is wrong yet.
        typed = AdditionForm(initial=request.POST.dict())
        return show(request, pk, ticket=ticket, addition=typed)
    return _do(
        request,
        lambda pk: actions.add_information(
            pk=pk, body=form.cleaned_data["body"], draft_token=ticket.draft_token
        ),
        said=gettext_noop("Đã nhận thông tin bổ sung. Cảm ơn ông/bà."),
        name="addition",
        form=form,
        ticket=ticket,
    )


@csrf_exempt
def reopen(request: HttpRequest) -> HttpResponse:
    """Take the wish to look again."""
    form = FORMS["reopening"](request.POST)
    return _do(
        request,
        lambda pk: actions.reopen(pk=pk, reason=form.cleaned_data["reason"]),
        said=gettext_noop("Đã nhận đề nghị xem lại."),
        name="reopening",
        form=form,
    )


@csrf_exempt
def rate(request: HttpRequest) -> HttpResponse:
    """Take what the sender thinks of the answer; only by POST, which no scanner of links sends."""
    form = FORMS["rating"](request.POST)
    return _do(
        request,
        lambda pk: actions.rate(
            pk=pk, stars=form.cleaned_data["stars"], comment=form.cleaned_data["comment"]
        ),
        said=gettext_noop("Đã ghi nhận đánh giá. Cảm ơn ông/bà."),
        name="rating",
        form=form,
    )


@csrf_exempt
def withdraw_consent(request: HttpRequest) -> HttpResponse:
    """Take back the consent to the name in public."""
    return _do(
        request,
        lambda pk: actions.withdraw_consent(pk=pk),
        said=gettext_noop("Đã rút đồng ý. Họ tên của ông/bà không còn được công khai."),
    )


@csrf_exempt
def ask_about_data(request: HttpRequest) -> HttpResponse:
    """Take a request about the sender's personal data; the office decides on it in time."""
    form = FORMS["data"](request.POST)
    return _do(
        request,
        lambda pk: actions.ask_about_data(
            pk=pk, kind=form.cleaned_data["kind"], text=form.cleaned_data["text"]
        ),
        said=gettext_noop(
            "Đã nhận yêu cầu về dữ liệu cá nhân. Phòng sẽ trả lời theo thời hạn của luật."
        ),
        name="data",
        form=form,
    )


@csrf_exempt
def download(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """Send a file of the submission to who holds its key; ask for both codes where none is sent."""
    sent_key = request.POST.get("key", "")
    if not sent_key or keys.is_over(sent_key):
        problem = _(OVER) if sent_key else _(FILE_OPENS)
        return _ask(request, CodesForm(), problem=problem, typed=[(FILE, str(key))])
    pk = keys.read(sent_key)
    found = followed.file_of(Submission.objects.get(pk=pk), key) if pk else None
    if found is None:
        raise Http404("no such file")
    return sent(found)
