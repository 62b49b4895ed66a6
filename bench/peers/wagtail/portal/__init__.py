"""Home, column and article pages of the peer."""
