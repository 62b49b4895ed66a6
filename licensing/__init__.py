"""Licensing of aggregated news websites: dossiers, licences, the public register."""
