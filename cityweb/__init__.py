"""Front door (settings, urls, celery) and ground floor (core, the portal's own apps) of CityWeb."""
