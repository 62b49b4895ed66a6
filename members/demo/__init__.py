"""Sample member sites: a register, and a small server that plays them on this machine."""
