package dev.assay.model;

/**
 * A question that can be answered, for somebody who does not know what to ask.
 *
 * @param question in plain words
 * @param source whose table answers it
 */
public record SuggestedQuestion(String question, String source) {}
