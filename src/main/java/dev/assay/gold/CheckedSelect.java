package dev.assay.gold;

/** The guard of SQL that a person or a model wrote. */
@FunctionalInterface
public interface CheckedSelect {
  /**
   * The SELECT rendered again from its checked tree.
   *
   * @throws dev.assay.model.UserError with a sentence that says what is not allowed
   */
  String checked(String sql);
}
