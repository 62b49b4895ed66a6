"""Money as people read it."""

from django import template

from advertising.fines import money

register = template.Library()
register.filter("money", money)
