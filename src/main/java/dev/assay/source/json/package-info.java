/** Reads JSON documents and JSON Lines, record by record, every number as it was written. */
package dev.assay.source.json;
