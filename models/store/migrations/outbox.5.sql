-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is collected for the next request for access, in the order in which it was put in. fields
-- are paths, one a line; empty: all of them.
CREATE TABLE basket (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    thing BLOB NOT NULL UNIQUE,
    fields TEXT NOT NULL
);

-- What the person was told of: nothing is told twice.
CREATE TABLE notice (
    key TEXT PRIMARY KEY,
    at INTEGER NOT NULL
);
