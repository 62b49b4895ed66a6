"""Member sites: the watch over the city's websites, incidents and reminders."""
