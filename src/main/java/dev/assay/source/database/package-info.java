/** Databases, read through their drivers: read-only, in one snapshot, every value as exact text. */
package dev.assay.source.database;
