-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many there are, kept while they come and go: counting a million rows takes a second, and the
-- list of accounts asks at every start.
CREATE TABLE record_count (
    account INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (account, kind)
) WITHOUT ROWID;
INSERT INTO record_count (account, kind, records)
    SELECT account, kind, count(*) FROM record GROUP BY account, kind;
CREATE TRIGGER record_counted AFTER INSERT ON record BEGIN
    INSERT INTO record_count (account, kind, records) VALUES (new.account, new.kind, 1)
        ON CONFLICT DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER record_uncounted AFTER DELETE ON record BEGIN
    UPDATE record_count SET records = records - 1 WHERE account = old.account AND kind = old.kind;
END;
CREATE TRIGGER record_recounted AFTER UPDATE OF account, kind ON record
    WHEN new.kind <> old.kind OR new.account <> old.account BEGIN
    UPDATE record_count SET records = records - 1 WHERE account = old.account AND kind = old.kind;
    INSERT INTO record_count (account, kind, records) VALUES (new.account, new.kind, 1)
        ON CONFLICT DO UPDATE SET records = records + 1;
END;

CREATE TABLE entity_count (
    kind INTEGER PRIMARY KEY,
    entities INTEGER NOT NULL
);
INSERT INTO entity_count (kind, entities) SELECT kind, count(*) FROM entity GROUP BY kind;
CREATE TRIGGER entity_counted AFTER INSERT ON entity BEGIN
    INSERT INTO entity_count (kind, entities) VALUES (new.kind, 1)
        ON CONFLICT DO UPDATE SET entities = entities + 1;
END;
CREATE TRIGGER entity_uncounted AFTER DELETE ON entity BEGIN
    UPDATE entity_count SET entities = entities - 1 WHERE kind = old.kind;
END;
CREATE TRIGGER entity_recounted AFTER UPDATE OF kind ON entity WHEN new.kind <> old.kind BEGIN
    UPDATE entity_count SET entities = entities - 1 WHERE kind = old.kind;
    INSERT INTO entity_count (kind, entities) VALUES (new.kind, 1)
        ON CONFLICT DO UPDATE SET entities = entities + 1;
END;
