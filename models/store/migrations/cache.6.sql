-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last sweep of its account that saw the record: after a whole one, what it did not see is gone.
ALTER TABLE record ADD COLUMN sweep INTEGER NOT NULL DEFAULT 0;
