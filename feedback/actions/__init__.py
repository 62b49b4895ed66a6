"""The verbs of feedback: `from feedback import actions`, then `actions.forward(...)`."""

from feedback.actions.answering import (
    approve_reply,
    cite,
    draft_reply,
    drop_citation,
    drop_reply,
    return_reply,
    save_reply,
    send_reply,
    submit_reply,
)
from feedback.actions.at_body import (
    acknowledge_hop,
    answer_hop,
    note_link_used,
    pass_on,
    return_hop,
)
from feedback.actions.bulk import Result, accept_all, assign_all, classify_all, reject_spam
from feedback.actions.data_requests import (
    ask_about_data,
    copy_data,
    decide_on_data,
    keep_promises,
)
from feedback.actions.desk import (
    colleagues,
    drop_view,
    look_in,
    note,
    note_export,
    save_view,
    view_sender,
)
from feedback.actions.erasing import anonymise, delete, hold, lift_hold
from feedback.actions.following import share_answer
from feedback.actions.forwarding import extend_link, forward, recall_hop
from feedback.actions.intake import (
    NewSubmission,
    begin,
    receipt_was_seen,
    receive,
    take,
    take_down,
)
from feedback.actions.isolating import lift_restriction, restrict, transfer_on_paper
from feedback.actions.letters import discard_letter, join_letter, take_letter_in, take_raw
from feedback.actions.likeness import settle_suggestion
from feedback.actions.masking import decide, mask_rest, save_publication
from feedback.actions.new_files import (
    decide_on_files,
    decide_on_new_files,
    decide_on_unit_files,
)
from feedback.actions.public_files import leave_file_out, show_file
from feedback.actions.publishing import (
    decline_publication,
    prepare_publication,
    publish,
    withdraw_publication,
)
from feedback.actions.reading import read_files
from feedback.actions.reminding import remind
from feedback.actions.reviewing import cited_targets, review_target, settle_citation
from feedback.actions.sorting import (
    accept,
    answer_here,
    assign,
    classify,
    merge,
    redirect_elsewhere,
    reject,
    set_urgent,
    settle_spam,
)
from feedback.actions.talking import (
    add_information,
    ask_sender,
    promise_day,
    rate,
    reopen,
    withdraw_consent,
    write_down,
)

__all__ = [
    "anonymise",
    "ask_about_data",
    "copy_data",
    "decide_on_data",
    "decide_on_files",
    "decide_on_new_files",
    "decide_on_unit_files",
    "read_files",
    "delete",
    "hold",
    "keep_promises",
    "lift_hold",
    "lift_restriction",
    "transfer_on_paper",
    "remind",
    "settle_suggestion",
    "take_letter_in",
    "take_raw",
    "join_letter",
    "discard_letter",
    "NewSubmission",
    "Result",
    "accept",
    "accept_all",
    "acknowledge_hop",
    "add_information",
    "answer_here",
    "answer_hop",
    "approve_reply",
    "ask_sender",
    "assign",
    "assign_all",
    "begin",
    "cite",
    "cited_targets",
    "classify",
    "decide",
    "decline_publication",
    "classify_all",
    "colleagues",
    "draft_reply",
    "drop_citation",
    "drop_reply",
    "drop_view",
    "extend_link",
    "forward",
    "look_in",
    "leave_file_out",
    "mask_rest",
    "merge",
    "note",
    "note_export",
    "note_link_used",
    "pass_on",
    "prepare_publication",
    "promise_day",
    "publish",
    "rate",
    "recall_hop",
    "receipt_was_seen",
    "receive",
    "take",
    "take_down",
    "redirect_elsewhere",
    "reject",
    "reject_spam",
    "reopen",
    "restrict",
    "return_hop",
    "return_reply",
    "review_target",
    "save_publication",
    "save_reply",
    "save_view",
    "send_reply",
    "set_urgent",
    "share_answer",
    "show_file",
    "settle_citation",
    "settle_spam",
    "submit_reply",
    "view_sender",
    "withdraw_consent",
    "withdraw_publication",
    "write_down",
]
