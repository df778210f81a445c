"""Proposals as a viewer may know them."""
