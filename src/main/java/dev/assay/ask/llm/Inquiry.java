package dev.assay.ask.llm;

import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A question with everything that its reading may depend on.
 *
 * @param context what was asked before it, or null
 * @param subjects the tables that may be meant, the likeliest first
 * @param relationships those between them that a person has confirmed
 * @param byRules what the rules took it to mean, or null where they did not read it
 */
public record Inquiry(
    String question,
    AskRequest.Context context,
    LocalDate today,
    ZoneId zone,
    List<Subject> subjects,
    List<Relationship> relationships,
    Query byRules) {
  public Inquiry {
    subjects = List.copyOf(subjects);
    relationships = List.copyOf(relationships);
  }
}
