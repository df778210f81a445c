"""The rules of the partnership in plain Python: roles, the role matrix, people, texts and passwords."""
