"""Papers of the office: typeset, numbered, signed, and verified by anybody.

A template (Typst, beside the app it serves) and data become PDF/A in the form of Decree 30/2020; a
number is taken when it is issued; the person signs, then the organisation; the file is never
rewritten afterwards.
"""
