"""The portal's news: sites, columns, articles in editions, home page, campaigns, pages, search.

An article is an identity, its editions are the text; exactly one edition is live and at most one
is in work. Public pages read `LiveArticle` and `Placement`, written when an edition goes live.
Serves: Decree 224/2026/NĐ-CP art. 9; Circular 32/2017/TT-BTTTT art. 16.
"""
