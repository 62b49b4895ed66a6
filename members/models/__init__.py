from members.models.people import Contact, Rung
from members.models.planned import MaintenanceWindow
from members.models.sites import MemberSite, Section

__all__ = ["Contact", "MaintenanceWindow", "MemberSite", "Rung", "Section"]
