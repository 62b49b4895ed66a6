"""Internet advertising: inspections, evidence, violations and sanctions."""
