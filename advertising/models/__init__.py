from advertising.models.guidance import Guidance
from advertising.models.parties import AdSite, Party, PartyRole, ServiceNotice
from advertising.models.products import ProductCategory, ProductCondition

__all__ = [
    "AdSite",
    "Guidance",
    "Party",
    "PartyRole",
    "ProductCategory",
    "ProductCondition",
    "ServiceNotice",
]
