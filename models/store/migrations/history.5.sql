-- SPDX-License-Identifier: GPL-3.0-or-later
-- When failures came to us. met is the time of the newest run that a check had when we met it: runs
-- before that are history, of which nobody knows when it was detected. seen is when the run of a
-- turn came to us, 0 where that tells nothing.
ALTER TABLE quality_check ADD COLUMN met INTEGER NOT NULL DEFAULT 0;
UPDATE quality_check SET met = at + 1;
ALTER TABLE check_flip ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
