-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evidence: what tools found when they looked at data. Times are UTC milliseconds.

-- A check that ever ran, how often, and its newest run.
CREATE TABLE quality_check (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    native_id TEXT NOT NULL,
    runs INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL DEFAULT 0,
    run TEXT NOT NULL DEFAULT '',
    status INTEGER NOT NULL DEFAULT 0,
    observed TEXT NOT NULL DEFAULT '',
    expected TEXT NOT NULL DEFAULT '',
    value REAL,
    failed INTEGER,
    total INTEGER,
    message TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX quality_check_name ON quality_check(account, native_id);

-- Every run. The key is its place in the file: the runs of one check stand together, by time.
CREATE TABLE check_run (
    check_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    run TEXT NOT NULL,
    status INTEGER NOT NULL,
    observed TEXT NOT NULL,
    expected TEXT NOT NULL,
    value REAL,
    failed INTEGER,
    total INTEGER,
    message TEXT NOT NULL,
    PRIMARY KEY (check_id, at, run)
) WITHOUT ROWID;

-- Roll-ups by UTC day, packed for 32 days of a check: the days of all checks in a month are read in
-- one go, and ten million daily runs are a few hundred thousand rows.
CREATE TABLE check_days (
    block INTEGER NOT NULL,
    check_id INTEGER NOT NULL,
    days BLOB NOT NULL,
    PRIMARY KEY (block, check_id)
) WITHOUT ROWID;

-- The runs at which the verdict of a check turned.
CREATE TABLE check_flip (
    check_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    run TEXT NOT NULL,
    status INTEGER NOT NULL,
    PRIMARY KEY (check_id, at, run)
) WITHOUT ROWID;

CREATE TABLE quality_asset (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    native_id TEXT NOT NULL,
    newest INTEGER NOT NULL DEFAULT 0 -- at of its newest update
);
CREATE UNIQUE INDEX quality_asset_name ON quality_asset(account, native_id);

-- at is 0 where whoever looked found no rows.
CREATE TABLE freshness_update (
    asset INTEGER NOT NULL,
    source TEXT NOT NULL,
    seen INTEGER NOT NULL,
    at INTEGER NOT NULL,
    sampled INTEGER NOT NULL,
    PRIMARY KEY (asset, source, seen, at)
) WITHOUT ROWID;

-- Until when a source was looked at; native_id is empty where that holds for all of its assets.
CREATE TABLE observation (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    source TEXT NOT NULL,
    native_id TEXT NOT NULL,
    until INTEGER NOT NULL
);
CREATE UNIQUE INDEX observation_of ON observation(account, source, native_id);
