"""What each unit sees of its own site, behind a link."""

from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from members.views import unit
from members.views.unit_door import by_link

app_name = "members"
urlpatterns = [
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
