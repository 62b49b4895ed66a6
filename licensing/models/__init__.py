from licensing.models.licences import Licence, LicenceVersion

__all__ = ["Licence", "LicenceVersion"]
