"""The pictures of a case, each with the rows that stand beside it."""
