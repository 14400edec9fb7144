package dev.assay.source;

import dev.assay.model.Connection;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tables of one kind of database or warehouse, read-only. Every method throws {@link
 * dev.assay.model.UserError} with one sentence that never holds a secret.
 */
public interface RelationReader {
  /** A connection with its secret. */
  record Login(Connection connection, Secret secret) {}

  /** A password or a service account's key. It prints as nothing. */
  record Secret(String text) {
    public static final Secret NONE = new Secret(null);

    @Override
    public String toString() {
      return text == null ? "no secret" : "a secret";
    }
  }

  /** Only rows whose {@code column} is {@code value} or greater; the value as Bronze has it. */
  record Since(String column, String value) {}

  /**
   * What reading would cost.
   *
   * @param bytes that the warehouse would bill
   */
  record Cost(long bytes) {}

  /** Connects and says nothing when that works. */
  void test(Login login);

  List<FoundTable> tables(Login login);

  Landing look(Login login, Relation relation);

  /** Opens a consistent view of a relation; empty {@code since} for all of its rows. */
  TableReader open(Login login, Relation relation, Landing landing, Optional<Since> since);

  /** What reading it would cost, where the warehouse bills by it. */
  default Optional<Cost> cost(Login login, Relation relation) {
    return Optional.empty();
  }
}
