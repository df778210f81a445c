"""A partnership's own workbook in: opened, mapped, cleaned, checked; nothing here touches the database."""
