"""What the screens of the watch show, read over several tables."""
