"""Reads a public page the way a person or a machine does."""

import json

from lxml import html


def page(response):
    """Return the parsed page of a response."""
    return html.document_fromstring(response.content.decode())


def texts(tree, path):
    """Return the text of every element that the XPath finds, blanks joined."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def linked_data(tree):
    """Return what the page's JSON-LD block says."""
    (block,) = tree.xpath("//script[@type='application/ld+json']")
    return json.loads(block.text)


def follow(client, path, link):
    """Yield every page from `path` on, as long as one has a link with this `rel`."""
    address = path
    while address:
        tree = page(client.get(address))
        yield tree
        further = tree.xpath(f"//nav[@class='leafing']/a[@rel='{link}']/@href")
        address = f"{path}{further[0]}" if further else None
