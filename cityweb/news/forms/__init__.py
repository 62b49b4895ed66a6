"""The shapes of what editors type, and what is said when it does not fit."""
