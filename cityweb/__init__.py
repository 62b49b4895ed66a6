"""Front door (settings, urls, celery) and ground floor (core and the portal's own apps) of CityWeb."""
