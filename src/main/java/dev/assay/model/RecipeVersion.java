package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A recipe in the history of a Silver table.
 *
 * @param number counts from 1
 * @param outcome what came of it: applied, published, failed or cancelled
 * @param buildId the layer's build that used it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipeVersion(
    long number, Author author, String outcome, String buildId, Instant createdAt) {}
