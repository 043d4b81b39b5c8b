"""Files in a folder, and moves of files that fail as on a full or busy disk."""

import os

from megaregion.layers import replacing


def contents(folder):
    """Every file with its bytes, hidden ones too."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def fail_move(monkeypatch, failing):
    """Let one of the moves fail, counted from 0; the list of what is moved."""
    moves = []

    def replace(source, target):
        if source != target:
            moves.append(source)
            if len(moves) == failing + 1:
                raise PermissionError(13, "Permission denied")
        os.rename(source, target)

    monkeypatch.setattr(replacing.os, "replace", replace)
    return moves


def hold_open(monkeypatch):
    """Let no file be replaced, as on Windows where each is open elsewhere."""

    def replace(source, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(replacing.os, "replace", replace)
