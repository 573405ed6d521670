"""Why the system refused, in the user's language; its own words only for what is rare."""

from __future__ import annotations

import errno

from words import say

KNOWN = {
    errno.EACCES: "access",
    errno.EPERM: "access",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "notfolder",
    errno.EISDIR: "folder",
    errno.EEXIST: "exists",
    errno.ENAMETOOLONG: "long",
    errno.EROFS: "readonly",
    errno.EBUSY: "busy",
    errno.EIO: "device",
    errno.ELOOP: "loop",
}


def reason(error: OSError) -> str:
    """A few words without a full stop, to stand inside a sentence."""
    known = KNOWN.get(error.errno or 0)
    return say(f"system.{known}") if known else error.strerror or type(error).__name__
