"""Brings articles over from files of other systems: JSON lines in, published articles out."""
