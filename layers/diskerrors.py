"""Why the disk refused something, in the user's language: the system itself says it in English."""

from __future__ import annotations

import errno

from ..measures.texts import tr


def reason(error: Exception) -> str:
    """The reason of a failed operation on a file, as it stands in a sentence."""
    known = {
        errno.ENOENT: tr("No such file or directory"),
        errno.ENOTDIR: tr("Not a directory"),
        errno.EISDIR: tr("Is a directory"),
        errno.EACCES: tr("Permission denied"),
        errno.EPERM: tr("Operation not permitted"),
        errno.EROFS: tr("Read-only file system"),
        errno.ENOSPC: tr("No space left on device"),
        errno.ENAMETOOLONG: tr("File name too long"),
        errno.EBUSY: tr("Device or resource busy"),
    }
    number = getattr(error, "errno", None)
    return known.get(number or 0) or getattr(error, "strerror", None) or str(error)
