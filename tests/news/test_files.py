"""Media, and the small files that browsers and robots ask for."""

import json

import pytest

from cityweb.news import actions
from cityweb.news.models import EditionFile
from cityweb.news.states import State
from tests.news.makers import (
    make_article,
    make_board_member,
    make_column,
    make_editor,
    make_site,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = settings.MEDIA_ROOT / "pictures" / "1"
    folder.mkdir(parents=True)
    (folder / "360.webp").write_bytes(b"RIFF0000WEBP")
    (folder / "page.html").write_text("<script>a()</script>")
    (folder / "drawing.svg").write_text("<svg onload='a()'/>")
    (tmp_path / "secret.txt").write_text("bí mật")
    return settings.MEDIA_ROOT


def test_a_picture_is_shown_and_kept_for_ever(citizen, media):
    response = citizen.get("/media/pictures/1/360.webp")
    assert b"".join(response.streaming_content) == b"RIFF0000WEBP"
    assert response["Content-Type"] == "image/webp"
    assert "immutable" in response["Cache-Control"]
    assert not response.get("Content-Disposition", "").startswith("attachment")


@pytest.mark.parametrize("name", ["page.html", "drawing.svg"])
def test_anything_else_is_only_downloaded_and_runs_nothing(citizen, media, name):
    response = citizen.get(f"/media/pictures/1/{name}")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    response.close()


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "pictures/../../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "pictures/1",
        "pictures/1/",
        "pictures/1/360.webp%00.txt",
        "..\\secret.txt",
        "khong-co.webp",
    ],
)
def test_no_path_leads_out_of_the_folder(citizen, media, path):
    response = citizen.get(f"/media/{path}")
    assert response.status_code == 404
    assert "bí mật" not in response.content.decode()


def test_an_attached_file_is_public_only_while_its_article_is(citizen, client, media):
    column = make_column(make_site())
    author = make_editor(column.site)
    edition = make_article(column, state=State.DRAFT, author=author)
    path = "files/2026/11/abc/a.pdf"
    (media / "files/2026/11/abc").mkdir(parents=True)
    (media / path).write_bytes(b"%PDF-1.7")
    EditionFile.objects.create(edition=edition, file=path, title="Phụ lục", size=8)
    assert citizen.get(f"/media/{path}").status_code == 404
    client.force_login(make_editor(make_site(code="khac", host="khac.example")))
    assert client.get(f"/media/{path}").status_code == 404
    client.force_login(author)
    assert client.get(f"/media/{path}").status_code == 200
    actions.submit(pk=edition.pk, actor=author)
    actions.mark_edited(pk=edition.pk, actor=author)
    board = make_board_member(column.site)
    actions.approve(pk=edition.pk, actor=board)
    actions.publish(pk=edition.pk, actor=board)
    assert citizen.get(f"/media/{path}").status_code == 200


def test_a_link_out_of_the_folder_is_not_followed(citizen, media):
    (media / "out").symlink_to(media.parent)
    assert citizen.get("/media/out/secret.txt").status_code == 404


def test_robots_are_told_where_not_to_go_and_where_the_maps_are(citizen):
    site = make_site()
    text = citizen.get("/robots.txt", headers={"host": site.host}).content.decode()
    assert "Disallow: /admin/\n" in text
    assert "Disallow: /nghiep-vu/\n" in text
    assert f"Sitemap: {site.origin}/sitemap.xml\n" in text


def test_the_manifest_names_the_site_and_icons_that_exist(citizen, settings):
    site = make_site()
    response = citizen.get("/manifest.webmanifest", headers={"host": site.host})
    told = json.loads(response.content)
    assert told["short_name"] == site.name
    for icon in told["icons"]:
        name = icon["src"].removeprefix(settings.STATIC_URL)
        assert (settings.ROOT / "static" / name).is_file()


def test_the_old_favicon_address_leads_to_the_icon(citizen, settings):
    response = citizen.get("/favicon.ico")
    assert response.status_code == 301
    name = response["Location"].removeprefix(settings.STATIC_URL)
    assert (settings.ROOT / "static" / name).is_file()
