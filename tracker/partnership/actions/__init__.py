"""Acts on the partnership: each is one transaction with its trail entry."""
