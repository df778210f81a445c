"""Which sheet holds what, and which column is which field: proposed with a reason, corrected by people."""
