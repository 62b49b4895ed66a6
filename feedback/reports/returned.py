"""Whether a reply that was given back to be mended comes again as it was."""

import json

from cityweb.core.sealed import keyed_digest
from feedback.models import Reply
from feedback.reports import reply_files
from feedback.states import ReplyState

_IN_WORK = (ReplyState.DRAFT, ReplyState.IN_REVIEW)


def digest(reply: Reply) -> str:
    """Return the mark of all that goes out with a reply: text, outcome, files, citations."""
    files = sorted(one.file.sha256 for one in reply_files.of(reply))
    cited = sorted(reply.citations.values_list("target_type", "target_id", "version"))
    said = [reply.body.strip(), str(reply.outcome), files, cited]
    return keyed_digest(json.dumps(said), purpose="feedback.reply")


def is_as_it_was(reply: Reply) -> bool:
    """Tell whether nothing was mended in it since it was given back."""
    is_back = bool(reply.returned_digest) and reply.state in _IN_WORK
    return is_back and reply.returned_digest == digest(reply)
