"""Noticing that somebody else changed the same thing, as all packages do."""

from tracker.partnership.rules.versions import version_of

__all__ = ["version_of"]
