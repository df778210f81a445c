"""Rules of deciding, of issues and of meetings, in plain Python."""
