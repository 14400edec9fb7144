-- The dashboard: kept questions that are pinned, in their order.

-- Made anew: a question outlives its source, so that the dashboard can say what has gone.
CREATE TABLE kept_question (
  id           BIGINT PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  question     TEXT NOT NULL,
  source_id    TEXT,
  query        TEXT,              -- JSON of the typed query
  relative     INTEGER NOT NULL,  -- 1 where its period follows the day on which it is asked
  created_at   TEXT NOT NULL,
  pin_position INTEGER,           -- from 0; null where it is not pinned
  pin_wide     INTEGER NOT NULL DEFAULT 0
);

INSERT INTO kept_question (id, name, question, source_id, query, relative, created_at)
  SELECT id, name, question, source_id, query, relative, created_at FROM saved_question;

DROP TABLE saved_question;

ALTER TABLE kept_question RENAME TO saved_question;
