-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an incident was when it was acted on: the asset, and when it had begun. Evidence that comes
-- late may move its beginning, and with it its id; what was done about it is then still its own.
ALTER TABLE triage_action ADD COLUMN asset BLOB NOT NULL DEFAULT x'';
ALTER TABLE triage_action ADD COLUMN opened INTEGER NOT NULL DEFAULT 0;
