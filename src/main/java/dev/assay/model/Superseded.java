package dev.assay.model;

/**
 * Where superseded rows lie.
 *
 * @param rows of the Bronze table
 * @param malformed of the table of malformed rows
 */
public record Superseded(String rows, String malformed) {}
