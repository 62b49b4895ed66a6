"""Makes the three CSV files of this folder from the package `vietnamadminunits`; see README.md."""

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cityweb.core.text import clean, fold, sort_key

HERE = Path(__file__).parent
CITY = ("79", "Thành phố Hồ Chí Minh", "province", "")
MERGED = {"74": "Tỉnh Bình Dương", "77": "Tỉnh Bà Rịa – Vũng Tàu"}
KINDS = {
    "Phường": "ward",
    "Xã": "commune",
    "Đặc khu": "special_zone",
    "Thị trấn": "township",
}
Unit = tuple[str, str, str, str]


def main(package: Path) -> None:
    """Read the package's data in the folder `package` and write the files."""
    database = sqlite3.connect(package / "data" / "dataset.db")
    converter = json.loads((package / "data" / "converter_2025.json").read_text("utf-8"))
    _write_units("units.csv", [CITY, *_present(database)])
    _write_units("former_units.csv", _former(database))
    _write("successions.csv", ["old", "new", "is_partial"], _successions(database, converter))


def _present(database: sqlite3.Connection) -> Iterator[Unit]:
    rows = database.execute(
        "SELECT wardCode, ward, wardType FROM admin_units WHERE provinceCode = '79' ORDER BY 1"
    )
    for code, name, kind in rows:
        yield code, name, KINDS[kind], CITY[0]


def _former(database: sqlite3.Connection) -> Iterator[Unit]:
    for code, name in MERGED.items():
        yield code, name, "province", ""
    districts = database.execute(
        "SELECT DISTINCT districtCode, district, provinceCode FROM admin_units_legacy"
        " WHERE provinceCode IN ('74', '77', '79') ORDER BY 1"
    )
    for code, name, province in districts:
        yield code, name, "district", province
    wards = database.execute(
        "SELECT wardCode, ward, wardType, districtCode FROM admin_units_legacy"
        " WHERE provinceCode IN ('74', '77', '79') AND wardCode IS NOT NULL ORDER BY 1"
    )
    for code, name, kind, district in wards:
        yield code, name, KINDS[kind], district


def _successions(
    database: sqlite3.Connection, converter: dict[str, dict[str, dict]]
) -> list[tuple[str, str, int]]:
    """Return (former code, present code, 1 where only a part went there), sorted."""
    new = dict(
        database.execute("SELECT wardKey, wardCode FROM admin_units WHERE provinceCode = '79'")
    )
    old = dict(
        database.execute(
            "SELECT provinceKey || '_' || districtKey || '_' || coalesce(wardKey, ''),"
            " coalesce(wardCode, districtCode) FROM admin_units_legacy"
            " WHERE provinceCode IN ('74', '77', '79')"
        )
    )
    whole = converter["DICT_PROVINCE_WARD_NO_DIVIDED"]["thanhphohochiminh"]
    split = converter["DICT_PROVINCE_WARD_DIVIDED"]["thanhphohochiminh"]
    rows = [(old[key], new[name], 0) for name, keys in whole.items() for key in keys]
    rows += [
        (old[key], new[part["newWardKey"]], 1) for key, parts in split.items() for part in parts
    ]
    return sorted(rows)


def _write_units(name: str, units: Iterable[Unit]) -> None:
    header = ["code", "name", "kind", "parent", "search_key", "sort_key"]
    cleaned = ((code, clean(text), kind, parent) for code, text, kind, parent in units)
    _write(name, header, ((*unit, fold(unit[1]), sort_key(unit[1])) for unit in cleaned))


def _write(name: str, header: list[str], rows: Iterable[tuple]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
