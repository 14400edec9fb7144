-- What people and language models add to Silver: settings of the workspace, values put right by hand, recipes kept for
-- later, and everything that was ever sent to a language model.

CREATE TABLE setting (
  name   TEXT PRIMARY KEY,        -- such as language_model
  value  TEXT NOT NULL,           -- JSON, without the secret
  secret TEXT                     -- encrypted, Base64; null where there is none
);

-- Overrides of raw values, by the content of the row. One that was taken back stays as history.
CREATE TABLE cell_override (
  source_id   TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  id          BIGINT NOT NULL,
  row_hash    TEXT NOT NULL,
  column_name TEXT NOT NULL,      -- of Bronze
  value       TEXT,               -- null for missing
  because     TEXT,
  created_at  TEXT NOT NULL,
  revoked_at  TEXT,
  PRIMARY KEY (source_id, id)
);

CREATE TABLE saved_recipe (
  name        TEXT PRIMARY KEY,
  description TEXT NOT NULL,
  recipe      TEXT NOT NULL,      -- JSON
  created_at  TEXT NOT NULL
);

-- The egress ledger. It outlives sources, so source_id has no foreign key.
CREATE TABLE egress (
  id        BIGINT PRIMARY KEY,
  sent_at   TEXT NOT NULL,
  source_id TEXT,
  purpose   TEXT NOT NULL,
  provider  TEXT NOT NULL,
  model     TEXT NOT NULL,
  url       TEXT NOT NULL,
  privacy   TEXT NOT NULL,
  bytes     BIGINT NOT NULL,
  sent      TEXT NOT NULL,        -- word for word, without the key
  answer    TEXT,                 -- word for word; null when none came
  outcome   TEXT NOT NULL
);
