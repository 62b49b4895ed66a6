"""Settings by environment: `demo` (sample data), `test`, `production`; all over `base`."""
