"""Accounts and roles as the administrator manages them."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command
from django.utils import timezone

from cityweb.core.models import AuditEntry, Role, User
from tests.people import make_person

pytestmark = pytest.mark.django_db

ROW = {"grants-TOTAL_FORMS": "1", "grants-INITIAL_FORMS": "0"}


def test_a_new_person_gets_a_role_and_a_link_by_mail(
    client, administrator, mailoutbox, monkeypatch
):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda tell, **_: tell())
    client.force_login(administrator)
    today = timezone.localdate()
    response = client.post(
        "/admin/core/user/add/",
        ROW
        | {
            "email": "Moi@CityWeb.example",
            "full_name": "Người Mới",
            "position": "",
            "is_active": "on",
            "grants-0-role": Role.EDITOR,
            "grants-0-valid_from": today.isoformat(),
        },
    )
    assert response.status_code == 302, response.text
    person = User.objects.get(email="moi@cityweb.example")
    assert person.roles == {Role.EDITOR}
    assert not person.has_usable_password()
    assert [mail.to for mail in mailoutbox] == [["moi@cityweb.example"]]
    assert AuditEntry.objects.filter(verb="core.user_added", actor=administrator).exists()


def test_a_role_ends_with_its_last_day(editor):
    grant = editor.grants.get()
    grant.valid_to = timezone.localdate()
    grant.save()
    assert User.objects.get(pk=editor.pk).has_role(Role.EDITOR)
    grant.valid_to -= timedelta(days=1)
    grant.save()
    former = User.objects.get(pk=editor.pk)
    assert not former.has_role(Role.EDITOR)
    assert not former.is_staff


def test_staff_are_those_with_a_staff_role():
    assert make_person(Role.INSPECTOR).is_staff
    assert not make_person(Role.APPLICANT).is_staff
    assert not make_person().is_staff


def test_nobody_is_above_the_roles(administrator):
    assert not administrator.is_superuser
    assert not administrator.has_perm("core.delete_user")


def test_the_first_administrator_is_made_on_the_command_line(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "một câu dài dễ nhớ 2026")
    call_command("createsuperuser", interactive=False, email="dau@x.example", full_name="Đầu Tiên")
    assert User.objects.get(email="dau@x.example").roles == {Role.ADMINISTRATOR}


def test_a_lost_second_factor_is_removed_by_an_administrator(client, administrator, editor):
    TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
    client.force_login(administrator)
    body = {"action": "remove_second_factor", "_selected_action": [editor.pk]}
    client.post("/admin/core/user/", body)
    assert not editor.authenticator_set.exists()
    entry = AuditEntry.objects.get(verb="core.second_factor_removed")
    assert (entry.actor, entry.target_id) == (administrator, str(editor.pk))


def test_ones_own_second_factor_is_not_removed_that_way(client, administrator):
    TOTP.activate(administrator, "JBSWY3DPEHPK3PXP")
    client.force_login(administrator)
    body = {"action": "remove_second_factor", "_selected_action": [administrator.pk]}
    page = client.post(
        "/admin/core/user/", body, headers={"referer": "http://testserver/admin/core/user/"},
        follow=True,
    )  # fmt: skip
    assert "Hãy gỡ lớp xác thực của chính bạn" in page.text
    assert administrator.authenticator_set.exists()


def test_an_editor_sees_no_accounts(client, editor):
    client.force_login(editor)
    assert client.get("/admin/core/user/").status_code == 403
    assert "/admin/core/user/" not in client.get("/admin/").text


def test_a_list_of_people_takes_few_queries_whatever_their_number(
    client, administrator, django_assert_max_num_queries
):
    for _ in range(12):
        make_person(Role.EDITOR)
    client.force_login(administrator)
    with django_assert_max_num_queries(12):
        client.get("/admin/core/user/")
