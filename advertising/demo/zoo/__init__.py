"""The ad zoo: pages with well- and ill-behaved advertisements, played on this machine.

`animals` lists them with the truth about each; `pages` draws them; `server` answers for them.
"""

from advertising.demo.zoo.animals import ZOO, Animal

__all__ = ["ZOO", "Animal"]
