package dev.assay.model;

/**
 * Whether a language model answers.
 *
 * @param works whether it gave a usable answer
 * @param message one sentence: what happened
 */
public record ModelTrial(boolean works, String message) {}
