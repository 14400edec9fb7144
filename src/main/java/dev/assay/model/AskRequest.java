package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A question with what it is asked with.
 *
 * @param question in plain words; may be null where there is a query
 * @param source narrows it to one source, or null
 * @param query a typed query to be answered as it is, or null
 * @param context what was asked just before, so that "and by region?" can be read; or null
 * @param verify whether Silver answers it as well and both are compared
 * @param model false where no language model may be asked, whatever is set up; null for as set up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskRequest(
    String question, String source, Query query, Context context, boolean verify, Boolean model) {
  public AskRequest(String question, String source, Query query, Context context, boolean verify) {
    this(question, source, query, context, verify, null);
  }

  public AskRequest(String question, String source) {
    this(question, source, null, null, false);
  }

  public AskRequest withVerify(boolean wanted) {
    return new AskRequest(question, source, query, context, wanted, model);
  }

  /** The same, with or without a language model. */
  public AskRequest withModel(Boolean allowed) {
    return new AskRequest(question, source, query, context, verify, allowed);
  }

  /** Whether a language model may be asked where one is set up. */
  public boolean allowsModel() {
    return !Boolean.FALSE.equals(model);
  }

  /**
   * An earlier question of the same conversation.
   *
   * @param question as it was asked
   * @param query what it was taken to mean
   */
  public record Context(String question, Query query) {}
}
