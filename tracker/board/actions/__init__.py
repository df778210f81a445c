"""What people do in the board package; each act is one transaction with its trail entry."""
