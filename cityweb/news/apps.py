from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "cityweb.news"
    label = "news"
    verbose_name = "Tin bài"
