"""What every test of the newsroom needs."""

import pytest


@pytest.fixture(autouse=True)
def one_lane(monkeypatch):
    """Keep imports to the connection of the test, whose transaction is undone afterwards."""
    monkeypatch.setattr("cityweb.news.management.commands.import_articles._LANES", 1)
