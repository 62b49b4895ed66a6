"""What is seen of member sites from outside: the public page, and each unit's own."""

from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from members.views import scores, unit
from members.views.unit_door import by_link

app_name = "members"
urlpatterns = [
    path("", scores.public, name="public"),
    path("don-vi/<str:key>/", require_safe(by_link(unit.site)), name="unit"),
    path("don-vi/<str:key>/kiem-tra/", require_POST(by_link(unit.check)), name="unit_check"),
    path("don-vi/<str:key>/giai-trinh/", require_POST(by_link(unit.explain)), name="unit_explain"),
    path(
        "don-vi/<str:key>/cong-van/<int:pk>/",
        require_safe(by_link(unit.letter)),
        name="unit_letter",
    ),
    path("don-vi/<str:key>/tam-ngung/", require_POST(by_link(unit.announce)), name="unit_announce"),
]
