"""The newsroom in Django admin, a module a noun."""

from cityweb.news.admin.campaigns import CampaignAdmin
from cityweb.news.admin.columns import ColumnAdmin
from cityweb.news.admin.editions import EditionAdmin
from cityweb.news.admin.home import HomeAdmin
from cityweb.news.admin.pages import PageAdmin
from cityweb.news.admin.pictures import PictureAdmin
from cityweb.news.admin.sites import EditorialRightAdmin, SiteAdmin

__all__ = [
    "CampaignAdmin",
    "ColumnAdmin",
    "EditionAdmin",
    "EditorialRightAdmin",
    "HomeAdmin",
    "PageAdmin",
    "PictureAdmin",
    "SiteAdmin",
]
