-- SPDX-License-Identifier: GPL-3.0-or-later
-- Service levels as the accounts declare them now, and how they were last found to stand.
CREATE TABLE slo (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL,
    account INTEGER NOT NULL REFERENCES account(id),
    native_id TEXT NOT NULL,
    document BLOB NOT NULL
);
CREATE UNIQUE INDEX slo_native ON slo(account, native_id);
CREATE UNIQUE INDEX slo_uuid ON slo(uuid);

CREATE TABLE slo_standing (
    slo INTEGER PRIMARY KEY REFERENCES slo(id),
    state INTEGER NOT NULL,
    sli REAL,
    remaining REAL NOT NULL,
    at INTEGER NOT NULL
);

-- The worst state among the service levels of an entity, and one that is in it. Beside the entities,
-- so that a state that changes rewrites no entity, and an entity that is merged again keeps its
-- state; the figures are those of the standing, which change more often.
CREATE TABLE entity_slo (
    entity INTEGER PRIMARY KEY,
    state INTEGER NOT NULL,
    slo INTEGER NOT NULL
);

-- What lists of checks show of each, so that ten thousand of them are read without their documents.
-- A check that was written before this table was has no row, and its document is read.
CREATE TABLE check_fact (
    entity INTEGER PRIMARY KEY,
    asset_account INTEGER NOT NULL,
    asset TEXT NOT NULL,
    field TEXT NOT NULL,
    dimension TEXT NOT NULL,
    severity TEXT NOT NULL,
    expected TEXT NOT NULL,
    source TEXT NOT NULL
);
