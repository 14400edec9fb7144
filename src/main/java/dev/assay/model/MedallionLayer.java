package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The state of one layer's table, with every field that the request lists.
 *
 * @param id UUID
 * @param schemaConfig the recipe in force
 * @param status the latest attempt
 * @param publishedBuild the build that readers see, or null
 * @param rowCount rows of the published table, or null
 * @param errorMessage why the latest attempt failed, or null
 * @param refused the same as data; null where the message alone tells
 * @param staleReason what made it stale, or null
 * @param staleBecause the same as data; null where the sentence alone tells
 * @param ledger the account of the published Silver build, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MedallionLayer(
    String id,
    String sourceId,
    Layer layer,
    String tableName,
    Recipe schemaConfig,
    LayerStatus status,
    Long rowCount,
    Instant lastBuiltAt,
    Long buildDurationMs,
    String errorMessage,
    Refusal refused,
    String staleReason,
    StaleReason staleBecause,
    String publishedBuild,
    Ledger ledger,
    Instant createdAt) {}
