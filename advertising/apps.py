from django.apps import AppConfig


class AdvertisingConfig(AppConfig):
    name = "advertising"
    verbose_name = "Quảng cáo trên mạng"
