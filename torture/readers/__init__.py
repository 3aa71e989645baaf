"""An analyst's processes that read what is published while it is published again and again."""
