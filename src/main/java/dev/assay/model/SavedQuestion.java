package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A question that is kept with its typed query, to be asked again as the same question.
 *
 * @param id a number, unique in the workspace
 * @param name what people call it, unique in the workspace
 * @param question as it was asked
 * @param source the source that it is about
 * @param query what it was taken to mean; relative time in it is fixed, see {@code relative}
 * @param relative whether its period follows the day on which it is asked: then the words are read
 *     again, else the query is taken as it is
 * @param pin where it stands on the dashboard, or null where it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedQuestion(
    long id,
    String name,
    String question,
    String source,
    Query query,
    boolean relative,
    Instant createdAt,
    Pin pin) {}
