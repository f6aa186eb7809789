-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many there are, kept while they come and go: counting a million rows takes a second, and the
-- list of accounts asks at every start. The writer keeps them; a trigger would open a savepoint for
-- every row, which makes an import ten times as slow.
CREATE TABLE record_count (
    account INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (account, kind)
) WITHOUT ROWID;
INSERT INTO record_count (account, kind, records)
    SELECT account, kind, count(*) FROM record GROUP BY account, kind;

CREATE TABLE entity_count (
    kind INTEGER PRIMARY KEY,
    entities INTEGER NOT NULL
);
INSERT INTO entity_count (kind, entities) SELECT kind, count(*) FROM entity GROUP BY kind;
