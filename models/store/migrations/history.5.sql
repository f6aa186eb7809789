-- SPDX-License-Identifier: GPL-3.0-or-later
-- When failures came to us. met is when we met a check: runs before that are history, of which nobody
-- knows when it was detected; so is all that an older file has. seen is when the run of a turn came
-- to us, 0 where that tells nothing.
ALTER TABLE quality_check ADD COLUMN met INTEGER NOT NULL DEFAULT 0;
UPDATE quality_check SET met = at + 1;
ALTER TABLE check_flip ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
