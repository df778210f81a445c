"""What of the learning a partnership's own workbook holds."""
