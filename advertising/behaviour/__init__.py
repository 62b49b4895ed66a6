"""How advertisements on a page behave, measured in the page's own clock.

`eye.js` watches a page from a world of its own, which the page cannot see: what lies over its
content, since when, and from when on something to close it can be reached. It rests on `words.js`
(what words say), `sight.js` (how elements lie), `closing.js` (what closes), `labels.js` (what is
labelled, where it is reported) and `motion.js` (what moves). `runs` opens the page several times
afresh, clicks as a person would and notes which click closed what. `lists` says which requests and
elements are advertisements and by which rule; `verdicts` holds the measures against the rules of
the day. A hit of a list and a verdict are leads: an officer confirms.
"""
