package dev.assay.model;

/**
 * One thing wrong in a recipe or request.
 *
 * @param pointer JSON pointer (RFC 6901) into the posted document, empty for the whole
 * @param message one sentence that says what to do
 */
public record Problem(String pointer, String message) {}
