"""The shapes of what crosses: packet, ballot and close sheet, each a header and a payload.

Everything is bounded, and nothing is optional by leaving it out. Hashes, keys and nonces are
lower-case hex. Lists of cases, scores and receipts are in ascending order, so that one
content has one encoding and the order of work does not show.
"""

from exchange.objects.ballot import (
    Anonymous,
    BallotBody,
    BallotHeader,
    Context,
    Note,
    Private,
    Score,
    check_body,
    check_enrolment,
    enrolment,
)
from exchange.objects.close_sheet import CloseHeader, CloseSheet, Returned
from exchange.objects.packet import (
    Attachment,
    Case,
    PacketBody,
    PacketHeader,
    Slate,
    SlateCase,
    check_packet,
)
from exchange.objects.terms import BALLOT_LIMIT, CLOSE_SHEET_LIMIT, PACKET_LIMIT, new_nonce

__all__ = [
    "BALLOT_LIMIT",
    "CLOSE_SHEET_LIMIT",
    "PACKET_LIMIT",
    "Anonymous",
    "Attachment",
    "BallotBody",
    "BallotHeader",
    "Case",
    "CloseHeader",
    "CloseSheet",
    "Context",
    "Note",
    "PacketBody",
    "PacketHeader",
    "Private",
    "Returned",
    "Score",
    "Slate",
    "SlateCase",
    "check_body",
    "check_enrolment",
    "check_packet",
    "enrolment",
    "new_nonce",
]
