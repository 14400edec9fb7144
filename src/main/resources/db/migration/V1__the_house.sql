-- The metadata of one workspace. Plain types only, so that the same file runs on SQLite and PostgreSQL:
-- times are ISO-8601 text in UTC, documents are JSON text, "number" counts within its group and gives the order.

CREATE TABLE source (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  origin_id   TEXT NOT NULL,
  origin_path TEXT,               -- the real path of a local file; null for uploads
  origin      TEXT NOT NULL,      -- JSON
  overrides   TEXT NOT NULL,      -- JSON: what the user decided about the file
  fingerprint TEXT,               -- size, time and identity of the file behind the published Bronze
  created_at  TEXT NOT NULL
);
CREATE UNIQUE INDEX source_by_name ON source (name);
CREATE INDEX source_by_path ON source (origin_path);

CREATE TABLE medallion_layer (
  id                TEXT PRIMARY KEY,
  source_id         TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  layer             TEXT NOT NULL,
  table_name        TEXT NOT NULL UNIQUE,
  schema_config     TEXT,         -- JSON: the recipe of the latest attempt
  status            TEXT NOT NULL,
  row_count         BIGINT,
  last_built_at     TEXT,
  build_duration_ms BIGINT,
  error_message     TEXT,
  stale_reason      TEXT,
  published_build   TEXT,         -- what readers see; the truth of it is assay_published in the warehouse
  ledger            TEXT,         -- JSON
  created_at        TEXT NOT NULL
);
CREATE INDEX medallion_layer_by_source ON medallion_layer (source_id);

-- History outlives a dropped layer, so layer_id has no foreign key.
CREATE TABLE medallion_build_log (
  id                TEXT PRIMARY KEY,
  layer_id          TEXT NOT NULL,
  source_id         TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  layer             TEXT NOT NULL,
  table_name        TEXT NOT NULL,
  number            BIGINT NOT NULL,
  build_id          TEXT NOT NULL, -- the build under way that made it; one build may make several layers
  action            TEXT NOT NULL,
  status            TEXT NOT NULL,
  rows_processed    BIGINT NOT NULL,
  rows_rejected     BIGINT NOT NULL,
  rows_duplicate    BIGINT NOT NULL,
  rejection_reasons TEXT NOT NULL, -- JSON
  duration_ms       BIGINT,
  error_message     TEXT,
  ledger            TEXT,          -- JSON
  created_at        TEXT NOT NULL
);
CREATE INDEX medallion_build_log_by_source ON medallion_build_log (source_id, number);

-- Every recipe ever applied. The one in force is the last whose outcome is not 'cancelled'.
CREATE TABLE recipe (
  source_id  TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  layer      TEXT NOT NULL,
  table_name TEXT NOT NULL,
  number     BIGINT NOT NULL,
  recipe     TEXT NOT NULL,        -- JSON
  author     TEXT NOT NULL,        -- person or rules
  outcome    TEXT NOT NULL,        -- applied, published, failed or cancelled
  build_id   TEXT,
  created_at TEXT NOT NULL,
  retired_at TEXT,                 -- when its table was dropped
  PRIMARY KEY (table_name, number)
);
CREATE INDEX recipe_by_source ON recipe (source_id, layer);

CREATE TABLE load (
  source_id      TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  load_id        BIGINT NOT NULL,
  build_id       TEXT NOT NULL,
  loaded_at      TEXT NOT NULL,
  origin         TEXT NOT NULL,    -- JSON, as it was read
  rows_read      BIGINT,
  rows_landed    BIGINT,
  rows_malformed BIGINT,
  PRIMARY KEY (source_id, load_id)
);

-- What was measured on a Bronze build, kept until the next one.
CREATE TABLE profile (
  source_id    TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  bronze_build TEXT NOT NULL,
  profile      TEXT NOT NULL       -- JSON
);

CREATE TABLE suggestion (
  source_id      TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  layer          TEXT NOT NULL,
  upstream_build TEXT NOT NULL,
  recipe         TEXT NOT NULL,    -- JSON
  PRIMARY KEY (source_id, layer)
);

-- What a person has answered; suggestions made later start from it.
CREATE TABLE settlement (
  source_id   TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  column_name TEXT NOT NULL,
  choice      TEXT NOT NULL,
  settled_at  TEXT NOT NULL,
  PRIMARY KEY (source_id, column_name)
);

CREATE TABLE build (
  id         TEXT PRIMARY KEY,
  source_id  TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  status     TEXT NOT NULL,
  state      TEXT NOT NULL,        -- JSON, as GET /api/builds/{id} shows it
  started_at TEXT NOT NULL
);
CREATE INDEX build_by_status ON build (status);
