"""What an award's database is made of, said shortly: nothing has to be built to recognise one.

`digest_of` every version's tables, as the migrations of `schema` make them; a test builds each
and compares. A file of another shape is compared part by part, to say what is wrong with it.
"""

from __future__ import annotations

import json
from collections.abc import Set
from hashlib import sha256

Part = tuple[str, str, str]  # type, name, SQL

APPLICATION = 0x50585541  # "PXUA", so that `file` and we know an award's database
SHAPES: dict[int, str] = {
    1: "24de450da1ac2b620e672e6fd015c69efb04c83a6651ca7cb7f9b52dc017c02a",
    2: "ef782d232a518e8102e07e856ac06100a45ced5a560445b43e710cd666368532",
    3: "0dc45a62a3e3f2e2216bfd9bf028c4c2efd3e2c2b4984d7d6de7f0c9083ae2eb",
    4: "f401aff3eb26d37c8a013216841e20c018cf6297923a55124c8b25d57ea57ef2",
    5: "4befe294d5453000434ddf67cdc18e6d2bb90809b2503d6a2ba4bbbffe51d83f",
    6: "2974bf7ac169720595c1f0b9373e1fe4c2dd69e58d5501fdf04aba55303a1775",
    7: "11a49a98e0bb444e21ddb6c31a251457147d905455e00370feabc95aedb6fcae",
    8: "d566b3e3e08dba38a9dfe22de3af58c8d2d2326b1596b873d41a8558a35d147f",
    9: "9d925218dd618ec1a087f75326116d71b541b628e8646e6c7121ba8e35181539",
    10: "7d8e2d866e5e81d635979fbe9db6dd0e06b4b1cdba5583cfc39007f9736e78ac",
    11: "ccfe5a921c6dca1cc6fd0b6b91b4935b0dd423a19cec40025e4af019efe4232d",
    12: "104227a9bc17c6122d0ea8a7e322ab9ac1b6b5a6406c76c19fceefdf4677ece8",
    13: "84d8d79efafc8ee765a329a1ee72f7180eb6422f1d9edec1aaf8b4065980a435",
    14: "4aa3bad58d6ee08e413ce95f7ca9347965406b02476c7534dc0e28c0756ca24d",
}
VERSION = len(SHAPES)


def digest_of(parts: Set[Part]) -> str:
    """One digest over all parts, whatever their order; no two sets of parts are spelled alike."""
    return sha256(json.dumps(sorted(parts)).encode("ascii")).hexdigest()
