"""The award's two keys: made, tried out before they are needed, and put on paper.

`award` signs packets and sheets, and is locked with the secretary's passphrase. Ballots are
sealed to `opening`, locked with the chair's. No passphrase and no private key is stored.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from award.closed import close_record, require_open
from award.folder import Award
from exchange import crypto
from exchange.crypto import Cost, Ed25519Signer, fingerprint
from exchange.fields import pack, unpack
from exchange.objects import Drill, Keys
from exchange.recovery import key_of, recovery_groups
from words import Bad

KIND, DRILL = "keys", "drill"
AWARD_KEY, OPENING_KEY = "award-key", "opening-key"
SHORTEST = 10
"""Characters of a passphrase. What matters more, three or four words, cannot be checked."""


@dataclass(frozen=True)
class Held:
    """The keys that hold, and their number."""

    keys: Keys
    number: int

    @property
    def award_print(self) -> str:
        return fingerprint(bytes.fromhex(self.keys.award))

    @property
    def opening_print(self) -> str:
        return fingerprint(bytes.fromhex(self.keys.opening))


def held_keys(award: Award) -> Held | None:
    """The newest keys, or none."""
    kept = award.store.document(KIND)
    return Held(unpack(Keys, kept.payload), kept.number) if kept else None


def keys_of_round(award: Award, stage: str) -> Held | None:
    """The keys of a round: those that hold, or those its close sheet was signed with."""
    record = close_record(award, stage)
    newest = held_keys(award)
    if record is None or newest is None or record.signed.header.key == newest.keys.award:
        return newest
    kept = (Held(unpack(Keys, one.payload), one.number) for one in award.store.documents(KIND))
    return next((one for one in kept if one.keys.award == record.signed.header.key), newest)


def require_keys(award: Award) -> Held:
    """Raises E-NOKEYSYET, or E-OPENMODE in an award that has declared `open`."""
    require_sealed(award)
    held = held_keys(award)
    if held is None:
        raise Bad("E-NOKEYSYET")
    return held


def require_sealed(award: Award) -> None:
    """Raises E-OPENMODE: an open award has no keys."""
    if award.rules_file.exchange.mode == "open":
        raise Bad("E-OPENMODE")


def make_keys(
    award: Award, secretary: str, chair: str, *, again: bool = False, cost: Cost | None = None
) -> Held:
    """Make both keys. Raises E-KEYSTHERE unless `again`, E-SHORT, E-SAMEPHRASE, E-NOCRYPTO.

    New keys withdraw every packet that was issued with the old ones.
    """
    old = require_can_make(award, again=again)
    _require_good(secretary, chair)
    cost = cost or crypto.PASSPHRASE_COST
    signing, opening = secrets.token_bytes(32), secrets.token_bytes(32)
    keys = Keys(
        award=Ed25519Signer(signing).public.hex(),
        award_locked=crypto.wrap_key(signing, secretary, AWARD_KEY, cost),
        opening=crypto.opening_public(opening).hex(),
        opening_locked=crypto.wrap_key(opening, chair, OPENING_KEY, cost),
    )
    number = old.number + 1 if old else 1
    detail = {"award": keys.award, "opening": keys.opening}
    award.store.add_document(KIND, "", pack(keys), number=number, detail=detail)
    return Held(keys, number)


def require_can_make(award: Award, *, again: bool = False) -> Held | None:
    """The keys there are, which `again` allows to replace. Raises E-OPENMODE, E-KEYSTHERE."""
    require_sealed(award)
    require_open(award)
    old = held_keys(award)
    if old is not None and not again:
        raise Bad("E-KEYSTHERE", print=old.opening_print)
    return old


def signer_of(held: Held, secretary: str) -> Ed25519Signer:
    """The award's signer. Raises E-PASSPHRASE."""
    return Ed25519Signer(crypto.unwrap_key(held.keys.award_locked, secretary, AWARD_KEY))


def opening_key(held: Held, chair: str) -> bytes:
    """The private opening key. Raises E-PASSPHRASE, however often; nothing is locked out."""
    return crypto.unwrap_key(held.keys.opening_locked, chair, OPENING_KEY)


def recovered_key(held: Held, typed: str) -> bytes:
    """The private opening key from a recovery sheet as typed.

    Raises E-RECOVERYLENGTH, E-RECOVERY naming the groups, or E-OTHERSHEET for other keys.
    """
    key = key_of(typed)
    if crypto.opening_public(key).hex() != held.keys.opening:
        raise Bad("E-OTHERSHEET", print=held.opening_print)
    return key


def recovery_of(held: Held, chair: str) -> tuple[str, ...]:
    """The groups of the recovery sheet. Raises E-PASSPHRASE."""
    return recovery_groups(opening_key(held, chair))


def drill(award: Award, opened: bytes, typed_sheet: str) -> Held:
    """Open a test ballot with the key the chair's passphrase gave, then with the recovery sheet.

    `opened` comes from `opening_key`. That both worked is noted. Raises E-NOKEYSYET, E-OPEN,
    E-RECOVERY..., E-OTHERSHEET; then nothing is noted.
    """
    held = require_keys(award)
    test = secrets.token_bytes(32)
    sealed = crypto.seal(bytes.fromhex(held.keys.opening), test)
    for key in (opened, recovered_key(held, typed_sheet)):
        if crypto.unseal(key, sealed) != test:
            raise Bad("E-OPEN")
    if not is_drilled(award, held):
        award.store.add_document(DRILL, "", pack(Drill(held.number, held.keys.opening)))
    return held


def is_drilled(award: Award, held: Held) -> bool:
    """Whether these very keys have opened a test ballot both ways."""
    drills = (unpack(Drill, one.payload) for one in award.store.documents(DRILL))
    return Drill(held.number, held.keys.opening) in drills


def _require_good(secretary: str, chair: str) -> None:
    for name, phrase in (("secretary", secretary), ("chair", chair)):
        if len(phrase) < SHORTEST:
            raise Bad("E-SHORT", name, shortest=SHORTEST)
    if secretary == chair:
        raise Bad("E-SAMEPHRASE")
