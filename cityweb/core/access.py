"""Who may use which address: default deny, one table, one middleware."""
