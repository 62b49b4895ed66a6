"""People, the organisations they belong to, and the roles they hold for a time."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import pghistory
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    _user_has_module_perms,
    _user_has_perm,
)
from django.db import models, transaction
from django.db.models import Exists, F, Func, OuterRef, Q
from django.utils import timezone


class Role(models.TextChoices):
    """What a person may be for the office; rights follow from roles (`cityweb.access_table`)."""

    EDITOR = "editor", "Biên tập viên"
    EDITORIAL_BOARD = "editorial_board", "Ban Biên tập"
    APPLICANT = "applicant", "Tổ chức nộp hồ sơ"
    ONE_STOP_CLERK = "one_stop_clerk", "Chuyên viên một cửa"
    OFFICER = "officer", "Chuyên viên hộp thư góp ý"
    SPECIALIST = "specialist", "Chuyên viên cấp phép"
    OFFICE_HEAD = "office_head", "Trưởng phòng"
    DIRECTOR = "director", "Giám đốc"
    RECORDS_CLERK = "records_clerk", "Văn thư"
    AGENCY_CONTACT = "agency_contact", "Đầu mối đơn vị hữu trách"
    SITE_MONITOR = "site_monitor", "Theo dõi website thành viên"
    SITE_OWNER = "site_owner", "Phụ trách website thành viên"
    INSPECTOR = "inspector", "Thành viên đoàn kiểm tra"
    DENUNCIATION_READER = "denunciation_reader", "Người tiếp nhận đơn tố cáo"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"


STAFF_ROLES = frozenset(Role) - {Role.APPLICANT, Role.AGENCY_CONTACT, Role.SITE_OWNER}


@pghistory.track()
class Organisation(models.Model):
    """A body with a life: it begins, may end, and may have a successor. Never renamed in place."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", "Sở, ban, ngành"
        COMMITTEE = "committee", "Ủy ban nhân dân"
        OFFICE = "office", "Phòng, đơn vị thuộc Sở"
        AGENCY = "agency", "Cơ quan nhà nước khác"
        PRESS = "press", "Cơ quan báo chí"
        COMPANY = "company", "Doanh nghiệp"
        ASSOCIATION = "association", "Hội, hiệp hội"
        SCHOOL = "school", "Cơ sở giáo dục"
        OTHER = "other", "Tổ chức khác"

    name = models.CharField("tên đầy đủ", max_length=250)
    short_name = models.CharField("tên viết tắt", max_length=80, blank=True)
    kind = models.CharField("loại", max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="trực thuộc",
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="đơn vị kế thừa",
    )
    unit = models.ForeignKey(
        "core.AdminUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="địa bàn phụ trách",
    )
    valid_from = models.DateField("hoạt động từ", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    class Meta:
        verbose_name = "tổ chức"
        verbose_name_plural = "tổ chức"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="organisation_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu hoạt động.",
            ),
            models.CheckConstraint(
                condition=~Q(successor=F("id")) & ~Q(parent=F("id")),
                name="organisation_is_not_its_own_relative",
                violation_error_message="Tổ chức không thể trực thuộc hoặc kế thừa chính nó.",
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(kind="committee", valid_to__isnull=True),
                name="one_present_committee_a_unit",
                violation_error_message="Địa bàn này đã có Ủy ban nhân dân đang hoạt động.",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class UserQuerySet(models.QuerySet["User"]):
    def holding(self, roles: Iterable[Role], *, on: date) -> "UserQuerySet":
        """Keep active people who hold any of `roles` on the day."""
        grants = RoleGrant.objects.held_on(on).filter(user=OuterRef("pk"), role__in=list(roles))
        return self.filter(Exists(grants), is_active=True)

    def staff_without_second_factor(self) -> "UserQuerySet":
        """Keep active staff of today who could not sign in where a second factor is required."""
        factors = Authenticator.objects.filter(
            user=OuterRef("pk"), type__in=(Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        )
        return self.holding(STAFF_ROLES, on=timezone.localdate()).filter(~Exists(factors))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)["User"]):
    """Makes users by e-mail address, the only name they sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a saved user; a user without password can only be let in by reset."""
        if not email:
            raise ValueError("a user needs an e-mail address")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    @transaction.atomic
    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a saved user with the administrator's role, the highest there is.

        Serves `manage.py createsuperuser` on a new installation; everyone else is let in by them.
        """
        user = self.create_user(email, password, **fields)
        user.grants.create(role=Role.ADMINISTRATOR)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A person who signs in with an e-mail address."""

    email = models.EmailField("thư điện tử", unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    position = models.CharField("chức danh", max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name="đơn vị",
    )
    is_active = models.BooleanField("còn hoạt động", default=True)
    date_joined = models.DateTimeField("ngày tạo", auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    # Django asks; here nobody has rights beyond the roles they hold today.
    is_superuser = False

    class Meta:
        verbose_name = "người dùng"
        verbose_name_plural = "người dùng"
        ordering = ["full_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Func(F("email"), function="lower")),
                name="user_email_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.rsplit(" ", 1)[-1]

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles held today; one query, remembered for the life of this object."""
        held = self.grants.held_on(timezone.localdate()).values_list("role", flat=True)
        return frozenset(Role(role) for role in held)

    def has_role(self, *roles: Role) -> bool:
        """Tell whether the person holds any of `roles` today."""
        return self.is_active and not self.roles.isdisjoint(roles)

    @property
    def role_names(self) -> str:
        """The roles held today, as a person reads them."""
        return ", ".join(role.label for role in Role if role in self.roles)

    @property
    def is_staff(self) -> bool:
        """Whether the person works for the office today, by any staff role. Never stored."""
        return self.has_role(*STAFF_ROLES)

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        return self.is_active and _user_has_perm(self, perm, obj)

    def has_perms(self, perms: Iterable[str], obj: object | None = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and _user_has_module_perms(self, app_label)


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def held_on(self, day: date) -> "RoleGrantQuerySet":
        """Keep the grants in force on `day`; both ends count."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)


@pghistory.track()
class RoleGrant(models.Model):
    """A role given to a person from one day to another."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants", verbose_name="người dùng")
    role = models.CharField("vai trò", max_length=30, choices=Role)
    valid_from = models.DateField("từ ngày", default=timezone.localdate)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = "vai trò được giao"
        verbose_name_plural = "vai trò được giao"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="role_grant_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()}"
