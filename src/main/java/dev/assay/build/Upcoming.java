package dev.assay.build;

/**
 * A Silver table that is whole and proven, and about to be published.
 *
 * @param table the name that it will have
 * @param staged the name that it has
 * @param build the build that publishes it
 * @param recipe that it was made by, as JSON
 */
public record Upcoming(String sourceId, String table, String staged, String build, String recipe) {}
