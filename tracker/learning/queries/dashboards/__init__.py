"""What the dashboards count: in the database, for one partnership, as the viewer may read it."""
