/** Delimited text, cut by our own reader so that a bad row costs itself alone. */
package dev.assay.source.delimited;
