package dev.assay.model;

/** A reason why rows are left out, and how many rows have it; a row may have several. */
public record ReasonCount(String reason, long rows) {}
