"""What a process that will make a site imports before there is one to be made: the code, and every template compiled."""

from __future__ import annotations

import reading_room.building  # noqa: F401
from reading_room.rendering import environment

for template in environment().list_templates():
    environment().get_template(template)
