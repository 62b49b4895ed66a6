from feedback.models.desk import DuplicateSuggestion, Note, Presence, SavedView, Snippet
from feedback.models.forwarding import AgencyContact, AgencyLink, Hop, RoutingRule
from feedback.models.keeping import (
    DataSubjectRequest,
    EraseBy,
    Erasure,
    LegalHold,
    RetentionPolicy,
)
from feedback.models.letters import Letter
from feedback.models.mailboxes import Category, Mailbox, PrivacyNotice
from feedback.models.partners import Partner, PartnerFiling
from feedback.models.publications import PrivacyDecision, Publication, PublishedFile
from feedback.models.replies import Citation, FileReading, Reply
from feedback.models.sharing import SharedCopy
from feedback.models.spam import SpamLesson, SpamWord
from feedback.models.submissions import Message, Rating, Step, Submission

__all__ = [
    "AgencyContact",
    "AgencyLink",
    "Category",
    "Citation",
    "DataSubjectRequest",
    "DuplicateSuggestion",
    "EraseBy",
    "Erasure",
    "FileReading",
    "Hop",
    "LegalHold",
    "Letter",
    "Mailbox",
    "Message",
    "Note",
    "Partner",
    "PartnerFiling",
    "Presence",
    "PrivacyDecision",
    "PrivacyNotice",
    "Publication",
    "PublishedFile",
    "Rating",
    "Reply",
    "RetentionPolicy",
    "RoutingRule",
    "SavedView",
    "SharedCopy",
    "Snippet",
    "SpamLesson",
    "SpamWord",
    "Step",
    "Submission",
]
