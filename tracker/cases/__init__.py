"""The work with people. Closed to everyone but the organisations that a case's sharing agreement names."""
