"""A page each: its rows, gathered from the catalogue, and what the template is given of them."""
