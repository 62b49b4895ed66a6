"""Personal data in a text: where it stands, what it is, and what may stand there instead.

    for found in privacy.find(text, known=privacy.Known(name="Nguyễn Văn A")):
        ...

Pure functions of plain values; every pattern is bounded, so that a foreign text takes time in
proportion to its length. What is found is a proposal: a person decides.
"""

from feedback.privacy.finding import find, find_in_name
from feedback.privacy.kinds import PROPOSALS, Find, Kind
from feedback.privacy.knowing import Known
from feedback.privacy.masking import mask, mask_all

__all__ = ["PROPOSALS", "Find", "Kind", "Known", "find", "find_in_name", "mask", "mask_all"]
