"""What people do with what they learn: each act is one transaction."""
