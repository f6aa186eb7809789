-- SPDX-License-Identifier: GPL-3.0-or-later
-- The user's own work.
CREATE TABLE account (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    folder TEXT NOT NULL,
    url TEXT NOT NULL,
    user TEXT NOT NULL,
    options TEXT NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE saved_view (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    sort TEXT NOT NULL
);

CREATE TABLE follow (
    entity BLOB PRIMARY KEY
);

-- Operations in the order of sending. recovered marks what was saved out of a damaged file: it is
-- not sent before a person has looked at it.
CREATE TABLE operation (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    object_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    idempotency_key BLOB NOT NULL UNIQUE,
    base_revision TEXT NOT NULL DEFAULT '',
    created INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt INTEGER NOT NULL DEFAULT 0,
    last_error_code TEXT NOT NULL DEFAULT '',
    last_error_text TEXT NOT NULL DEFAULT '',
    request_id TEXT NOT NULL DEFAULT '',
    recovered INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX operation_state ON operation(state);

-- What a person joined or separated by hand (ruling 7); the lesser pair first.
CREATE TABLE join_decision (
    a_account BLOB NOT NULL,
    a_native TEXT NOT NULL,
    b_account BLOB NOT NULL,
    b_native TEXT NOT NULL,
    joined INTEGER NOT NULL,
    PRIMARY KEY (a_account, a_native, b_account, b_native)
);
