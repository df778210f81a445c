"""Acts on a case: each is one transaction, asks its rule, and leaves its trail entry."""
