"""What everybody may read about advertising on the internet."""

from django.urls import path

from advertising.views import public

app_name = "advertising"
urlpatterns = [
    path("", public.guidance, name="guidance"),
    path("san-pham-dac-biet/", public.products, name="products"),
    path("huong-dan/<slug:slug>/", public.guide, name="guide"),
]
