"""From what people type in cells to values; nothing here raises, whatever was typed."""
