package dev.assay.workspace;

/**
 * Whose recipe is to be kept.
 *
 * @param source its id or name
 * @param description what tables the recipe is for; may be left out
 */
public record SavedRecipeRequest(String source, String description) {}
