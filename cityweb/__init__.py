"""Front door (settings, urls, celery) and ground floor (core, the portal's own apps) of CityWeb."""

import gc

# A start makes a million objects that stay: looking through them again and again for garbage
# costs a fifth of it.
gc.set_threshold(50_000, 20, 20)
