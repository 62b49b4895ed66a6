"""Captures of pages as evidence: what a reader saw, everything that was exchanged, and the proof.

`taking` opens a page as a phone and as a desktop; `archives`, `wacz` and `har` write down what
passed; `provenance` says with what, from where and under which limits; `sealing` hashes every file
and has the time stamped on the list; `replaying` shows the archive again without any network.
"""
