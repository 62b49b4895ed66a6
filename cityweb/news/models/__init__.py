from cityweb.news.models.articles import Article, Edition, EditionFile, Presence
from cityweb.news.models.campaigns import Campaign, CampaignPick
from cityweb.news.models.columns import Column
from cityweb.news.models.home import HeroSlot
from cityweb.news.models.live import LiveArticle, Placement
from cityweb.news.models.pages import Page, Redirect
from cityweb.news.models.pictures import Picture
from cityweb.news.models.search import SearchEntry, SearchTerm
from cityweb.news.models.sites import EditorialRight, Site

__all__ = [
    "Article",
    "Campaign",
    "CampaignPick",
    "Column",
    "Edition",
    "EditionFile",
    "EditorialRight",
    "HeroSlot",
    "LiveArticle",
    "Page",
    "Picture",
    "Placement",
    "Presence",
    "Redirect",
    "SearchEntry",
    "SearchTerm",
    "Site",
]
