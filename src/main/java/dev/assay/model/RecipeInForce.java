package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The recipe that the next build of Silver goes by.
 *
 * @param number its number in the history; 0 for a suggestion, which nobody has put in force
 * @param outcome as in {@link RecipeVersion}; null for a suggestion
 * @param createdAt when it was put in force; null for a suggestion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipeInForce(
    long number, Author author, String outcome, Instant createdAt, SilverRecipe recipe) {}
