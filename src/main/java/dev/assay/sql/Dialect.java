package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import java.util.List;

/** How one engine writes what plans, profiles and questions mean. */
public interface Dialect {
  /** The name people know the engine by. */
  String name();

  /** A quoted identifier, whatever it contains. */
  String identifier(String name);

  /** A quoted text literal, whatever it contains. */
  String literal(String text);

  /** The statements of a plan's step, in order; empty for a step that is not made of statements. */
  List<String> statements(Step step);

  /**
   * The value of a column after all its cleaning and its cast, as SQL over the Bronze table; null
   * where it cannot be read.
   */
  String cast(SilverSpec.Column column);

  /**
   * The text of a column after its text steps and before its cast, as SQL over the Bronze table;
   * null where missing.
   */
  String cleaned(SilverSpec.Column column);

  /** One SELECT of what a ledger needs, over the table that a {@link Step.Clean} has staged. */
  String account(Step.Account step);

  /** One SELECT of how often a presumption does not hold: 0 where it does. */
  String exceptions(Step.Presumption presumption);

  /** One SELECT of what must agree with the ledger, over the finished tables. */
  String prove(Step.Prove step);

  /**
   * One SELECT for a typed query over {@code query.table()}, whose columns are given for their
   * types.
   */
  String select(Query query, List<Rows.Column> columns);
}
