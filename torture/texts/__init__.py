"""Random, mutated and spliced texts through decoding, profile, extraction and ledger."""
