"""The shapes of what crosses: slate, packet, ballot and close sheet, each a header and a payload.

Everything is bounded, and nothing is optional by leaving it out but what came after the first
form (`fields.LATER`). Hashes, keys and nonces are
lower-case hex. Lists of cases, scores and receipts are in ascending order, so that one
content has one encoding and the order of work does not show.
"""

from exchange.objects.ballot import (
    BallotBody,
    BallotHeader,
    Context,
    check_body,
    check_enrolment,
    enrolment,
    pack_body,
    unpack_body,
)
from exchange.objects.close_sheet import CloseHeader, CloseSheet, Returned
from exchange.objects.packet import (
    PacketBody,
    PacketFile,
    PacketHeader,
    PacketKeys,
    Recused,
    check_packet,
)
from exchange.objects.records import Drill, Issue, Keys
from exchange.objects.slate import Case, CaseFile, Slate, SlateCase, list_of
from exchange.objects.terms import BALLOT_LIMIT, CLOSE_SHEET_LIMIT, PACKET_LIMIT, new_secret

__all__ = [
    "BALLOT_LIMIT",
    "CLOSE_SHEET_LIMIT",
    "PACKET_LIMIT",
    "BallotBody",
    "BallotHeader",
    "Case",
    "CaseFile",
    "CloseHeader",
    "CloseSheet",
    "Context",
    "Drill",
    "Issue",
    "Keys",
    "PacketBody",
    "PacketFile",
    "PacketHeader",
    "PacketKeys",
    "Recused",
    "Returned",
    "Slate",
    "SlateCase",
    "check_body",
    "check_enrolment",
    "check_packet",
    "enrolment",
    "list_of",
    "new_secret",
    "pack_body",
    "unpack_body",
]
