-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people did about incidents. Nothing is ever changed or removed: what one call did is a step,
-- and a step that was taken back is noted as such.
CREATE TABLE triage_action (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    incident BLOB NOT NULL,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    text TEXT NOT NULL,
    until INTEGER NOT NULL
);
CREATE INDEX triage_action_step ON triage_action(step);

CREATE TABLE triage_undone (
    step INTEGER PRIMARY KEY
);
