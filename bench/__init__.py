"""Measurements: what the portal costs and how it stands beside its peers (`make bench`)."""
