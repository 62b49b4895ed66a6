"""Old addresses that keep leading somewhere."""

from cityweb.news.models import Redirect


def redirect(site_id: int, old: str, new: str) -> None:
    """Make `old` lead to `new`, and what led to `old` too. Caller holds a transaction.

    An address that comes back into use stops being a redirect, so no chain and no ring can arise.
    """
    rows = Redirect.objects.filter(site=site_id)
    rows.filter(old_path=new).delete()
    rows.filter(new_path=old).update(new_path=new)
    rows.update_or_create(old_path=old, defaults={"site_id": site_id, "new_path": new})
