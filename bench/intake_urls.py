"""The portal's addresses and one more: a bare view inside the same server."""

from django.urls import path

from bench.one_row import take
from cityweb import access_table
from cityweb.urls import handler400, handler403, handler404, handler500
from cityweb.urls import urlpatterns as portal

__all__ = ["handler400", "handler403", "handler404", "handler500"]

urlpatterns = [path("mot-dong/", take, name="one_row"), *portal]
TABLE = {**access_table.TABLE, "one_row": access_table.act(access_table.ANYONE)}
