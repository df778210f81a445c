"""What single cases teach together: patterns, causes, personas, sessions and initiatives. Stands on cases."""
