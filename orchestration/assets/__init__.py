"""The assets, a layer a file. An asset reads, calls, writes and reports; what it calls lives elsewhere."""
