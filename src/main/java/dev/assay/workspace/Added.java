package dev.assay.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.model.Build;
import dev.assay.model.ProblemDetail;
import java.util.List;

/**
 * A source that was added, or found to be known, and the Bronze build that it started; or what
 * could not be added, and why.
 *
 * @param note said aloud when a name was taken, the path was known or files could be one source;
 *     else null
 * @param label what the origin is called, where {@code source} is null
 * @param problem why nothing was added, else null
 * @param more what was added with it in the same request, in REST alone; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Added(
    SourceDetail source,
    Build build,
    String note,
    String label,
    ProblemDetail problem,
    List<Added> more) {
  /** A source that was added. */
  public Added(SourceDetail source, Build build, String note) {
    this(source, build, note, null, null, null);
  }

  /** Something that could not be added. */
  public static Added failed(String label, ProblemDetail problem) {
    return new Added(null, null, null, label, problem, null);
  }

  /** Several as REST shows them: the first that was added, and the others as its {@code more}. */
  public static Added together(List<Added> all) {
    Added first =
        all.stream().filter(one -> one.source() != null).findFirst().orElse(all.getFirst());
    List<Added> more = all.stream().filter(one -> one != first).toList();
    return new Added(
        first.source(),
        first.build(),
        first.note(),
        first.label(),
        first.problem(),
        more.isEmpty() ? null : more);
  }
}
