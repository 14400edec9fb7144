package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A recipe that is kept to be used for other sources of the same shape.
 *
 * @param name such as {@code orders}
 * @param description what tables it is for, in one sentence
 * @param shipped whether it came with Assay
 * @param recipe the recipe; its source columns are found in another table by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedRecipe(String name, String description, boolean shipped, SilverRecipe recipe) {}
