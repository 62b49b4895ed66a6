"""Settings by environment: `demo` (one machine, sample data), `test`, `production`; all over `base`."""
