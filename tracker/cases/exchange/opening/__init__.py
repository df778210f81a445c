"""From untrusted bytes to sheets of plain values."""
