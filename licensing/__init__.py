"""Licensing of aggregated news websites: the public register and the verification of papers.

A licence is a number and its versions: each event (issue, amendment, extension, reissue,
suspension, revocation) adds one, none is ever rewritten. Law: Decree 72/2013/NĐ-CP as amended,
Decree 147/2024/NĐ-CP; what they set in numbers are rows of `core.law`.
"""
