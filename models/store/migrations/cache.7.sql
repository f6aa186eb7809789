-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the adapter of an account remembers beside its cursor, bit by bit: a page that changes three
-- notes writes three.
CREATE TABLE pull_note (
    account INTEGER NOT NULL REFERENCES account(id),
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (account, key)
) WITHOUT ROWID;
