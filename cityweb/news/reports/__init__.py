"""Reads over several tables, one function for each public screen."""
