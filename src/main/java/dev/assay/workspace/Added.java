package dev.assay.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.Build;

/**
 * A source that was added, or found to be known, and the Bronze build that it started.
 *
 * @param note said aloud when a name was taken or the path was known; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Added(SourceDetail source, Build build, String note) {}
