"""Meetings of team and board: their life, agenda, table, dossier and minutes."""
