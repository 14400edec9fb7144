-- What the sentences beside them say, as data: the page says it in its reader's language.

ALTER TABLE medallion_layer ADD COLUMN refused TEXT;       -- JSON, of error_message
ALTER TABLE medallion_layer ADD COLUMN stale_because TEXT; -- JSON, of stale_reason
ALTER TABLE medallion_build_log ADD COLUMN refused TEXT;   -- JSON, of error_message
