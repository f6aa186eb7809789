-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the adapter of an account remembers beside its cursor, bit by bit: a page that changes three
-- notes writes three.
CREATE TABLE pull_note (
    account INTEGER NOT NULL REFERENCES account(id),
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (account, key)
) WITHOUT ROWID;
-- The decisions about names that the entities were last merged by. What differs from those in
-- outbox.db is merged again, also where another process decided it, or just before a crash.
CREATE TABLE merged_decision (
    a_account BLOB NOT NULL,
    a_native TEXT NOT NULL,
    b_account BLOB NOT NULL,
    b_native TEXT NOT NULL,
    joined INTEGER NOT NULL,
    PRIMARY KEY (a_account, a_native, b_account, b_native)
) WITHOUT ROWID;
