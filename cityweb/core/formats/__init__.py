"""How people here write dates and numbers, where Django does not know it."""
