"""Advertising on the internet: who takes part in it, inspections, evidence, violations.

An inspection goes from plan to decision, check, minutes and conclusion (`life.Stage`); a violation
from its minutes to the sanction that is carried out (`life.Standing`). Law: Law on Advertising
16/2012/QH13 as amended by 75/2025/QH15, Decree 342/2025/NĐ-CP, Decree 38/2021/NĐ-CP, Law on
Handling of Administrative Violations; what they set in numbers are rows with a citation.
"""
