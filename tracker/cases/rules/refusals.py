"""A rule's answer when it concerns one field of a form."""

from tracker.problems import Refusal, must

__all__ = ["Refusal", "must"]
