"""Input shapes of the watch."""
