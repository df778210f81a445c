"""The stories of the demo partnerships. People, places and events are invented."""
