-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last act on an operation of each process that runs, or ran lately. Where a commit fails behind
-- its last write, nobody says whether the file has it: the number does.
CREATE TABLE last_act (
    process BLOB PRIMARY KEY,
    number INTEGER NOT NULL
);
