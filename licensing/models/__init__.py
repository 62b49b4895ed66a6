from licensing.models.digests import RegisterDigest
from licensing.models.licences import Licence, LicenceVersion

__all__ = ["Licence", "LicenceVersion", "RegisterDigest"]
