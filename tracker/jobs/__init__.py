"""Long work (import, report, export): who asked, how far it is, what came of it."""
