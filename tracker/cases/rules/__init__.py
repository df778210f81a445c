"""The rules of a case in plain Python; they own the words that the tables and the screens use."""
