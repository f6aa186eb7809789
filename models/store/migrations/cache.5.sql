-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the accounts say about access: requests, decisions, and the policies that they are judged by.
-- A place is the file of the thing, or empty for the policies.
CREATE TABLE access_document (
    account INTEGER NOT NULL REFERENCES account(id),
    kind INTEGER NOT NULL,
    place TEXT NOT NULL,
    document BLOB NOT NULL,
    PRIMARY KEY (account, kind, place)
) WITHOUT ROWID;
