"""What a report says of itself: title, kind, region, plan and review year. Its figures are read elsewhere."""

from zhibiao.profile.profiling import Overrides, profile

__all__ = ["Overrides", "profile"]
