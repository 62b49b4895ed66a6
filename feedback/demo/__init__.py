"""Sample mailboxes at work: bodies, people, routing and submissions in every state, written by us.

Every sender is invented. `load.load` walks each submission to its state by the same verbs that
officers use, with times that count back from the moment of loading.
"""
