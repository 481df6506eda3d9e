"""``python -m clearlane_verify``: the command."""

from __future__ import annotations

import sys

from clearlane_verify.command import main

sys.exit(main())
