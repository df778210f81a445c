"""Deciding together: proposals, issues and meetings. Never imports cases."""
