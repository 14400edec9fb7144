package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An answer with its proof, or the question that must be settled first.
 *
 * @param question as asked
 * @param status {@code answered}, or {@code needs_choice} when words are ambiguous, or {@code
 *     not_understood}
 * @param sentence the answer, or what is missing, in one sentence
 * @param interpretation what the question was taken to mean, to agree with
 * @param layer which layer answered
 * @param table which table answered
 * @param reason why that layer
 * @param sql what ran
 * @param query the typed query
 * @param rows the result
 * @param excludedRows rows of Bronze that the answer leaves out (rejected, duplicates), or null
 *     when not known
 * @param choices what to ask instead when not answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
    String question,
    String status,
    String sentence,
    List<String> interpretation,
    Layer layer,
    String table,
    String reason,
    String sql,
    Query query,
    Rows rows,
    Long excludedRows,
    List<String> choices,
    List<String> warnings) {}
