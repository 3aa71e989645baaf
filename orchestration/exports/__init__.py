"""Files for people who do not use DuckDB, made from a published database: Parquet, Excel, Stata, CSV.

Everything is generated from the published tables and their comments; nothing is computed or described anew.
"""

from orchestration.exports.former import FormerExports
from orchestration.exports.package import write_exports

__all__ = ["FormerExports", "write_exports"]
