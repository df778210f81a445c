"""Acts on proposals; each one transaction with its entry in the trail."""
