package dev.assay.model;

/**
 * What holds for the whole workspace.
 *
 * @param zone the time zone in which today, this month and last year are meant, such as {@code
 *     Europe/Lisbon}
 */
public record WorkspaceSettings(String zone) {}
