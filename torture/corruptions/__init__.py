"""Corruptions of real reports whose neighbours are in the warehouse: which of them a check notices."""
