"""Content-Security-Policy of the editors' pages, loosened where a library leaves no other way."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update

# CKEditor writes style attributes while it draws toolbars, tables and pictures. Scripts stay ours.
with_editor = csp_update({"style-src-attr": [UNSAFE_INLINE]})

# The preview is the public page in a frame of our own screen, and of nothing else.
in_our_frame = csp_replace({"frame-ancestors": [SELF]})
