"""What start pages and the learning thread read of the packages below; nothing is kept here."""
