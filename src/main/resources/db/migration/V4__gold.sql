-- What people say across sources, and the questions that they keep.

-- How the rows of two sources belong together: what was measured, and what a person said of it.
CREATE TABLE relationship (
  id           TEXT PRIMARY KEY,
  from_source  TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  to_source    TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  relationship TEXT NOT NULL,     -- JSON
  status       TEXT NOT NULL,     -- proposed, confirmed or rejected
  changed_at   TEXT NOT NULL
);

CREATE TABLE saved_question (
  id         BIGINT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  question   TEXT NOT NULL,
  source_id  TEXT REFERENCES source (id) ON DELETE CASCADE,
  query      TEXT,                -- JSON of the typed query
  relative   INTEGER NOT NULL,    -- 1 where its period follows the day on which it is asked
  created_at TEXT NOT NULL
);
