package dev.assay.model;

import java.util.List;

/**
 * Something that the data cannot settle and a person can.
 *
 * @param column the Silver column, or {@code deduplication}
 * @param text the question in plain words
 * @param choices the possible answers, first the one that the evidence favours if any does
 * @param command the command that settles it
 */
public record Question(String column, String text, List<String> choices, String command) {}
