-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who joined or separated two names, and when (UTC milliseconds): empty and 0 where nobody noted it.
ALTER TABLE join_decision ADD COLUMN who TEXT NOT NULL DEFAULT '';
ALTER TABLE join_decision ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
