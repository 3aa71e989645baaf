"""The divisions of every year, and what a name in a report means. No reading of documents, no figures."""

from zhibiao.regions.divisions import NATIONAL_CODE, Division, Divisions, division_table
from zhibiao.regions.names import short_name
from zhibiao.regions.resolution import resolve
from zhibiao.regions.scanner import Place, PlaceScanner, place_scanner

__all__ = [
    "NATIONAL_CODE",
    "Division",
    "Divisions",
    "Place",
    "PlaceScanner",
    "division_table",
    "place_scanner",
    "resolve",
    "short_name",
]
