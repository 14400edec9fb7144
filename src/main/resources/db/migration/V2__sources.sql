-- Sources of every kind: connections with their secrets, how each source follows its origin, what a sync waits for.

CREATE TABLE connection (
  id         TEXT PRIMARY KEY,
  connection TEXT NOT NULL,       -- JSON, without the secret
  secret     TEXT,                -- encrypted, Base64; null where there is none
  created_at TEXT NOT NULL
);

ALTER TABLE source ADD COLUMN settings TEXT;      -- JSON: SyncSettings; null for the usual ones
ALTER TABLE source ADD COLUMN foreign_keys TEXT;  -- JSON: what the origin said of its references; null for none
ALTER TABLE source ADD COLUMN waiting TEXT;       -- JSON: what the last sync waits for a yes to; null for nothing
ALTER TABLE source ADD COLUMN synced_at TEXT;     -- when a sync last looked at the origin

ALTER TABLE load ADD COLUMN mode TEXT;            -- what it did to the rows that were there: replace, append or snapshot
ALTER TABLE load ADD COLUMN fingerprint TEXT;     -- of the file that it was read from
ALTER TABLE load ADD COLUMN cursor_value TEXT;    -- the greatest value of the cursor column in it
ALTER TABLE load ADD COLUMN undone_at TEXT;       -- when it was taken back
ALTER TABLE load ADD COLUMN rows_known BIGINT;      -- read, and there already
ALTER TABLE load ADD COLUMN rows_superseded BIGINT; -- rows whose place it took
ALTER TABLE load ADD COLUMN landing TEXT;         -- JSON: the columns of Bronze with it
ALTER TABLE load ADD COLUMN published BOOLEAN NOT NULL DEFAULT FALSE; -- whether readers have seen it
ALTER TABLE load ADD COLUMN restored BOOLEAN NOT NULL DEFAULT FALSE; -- whether its rows were superseded and came back

-- What was loaded before loads said so themselves.
UPDATE load SET published = TRUE
WHERE build_id IN (SELECT id FROM medallion_build_log WHERE status = 'ready');
