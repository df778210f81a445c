"""Bringing in what a workbook holds: everything new, in one transaction (C18)."""

from tracker.cases.actions.importing.bringing_in import Brought, Choices, bring_in

__all__ = ["Brought", "Choices", "bring_in"]
