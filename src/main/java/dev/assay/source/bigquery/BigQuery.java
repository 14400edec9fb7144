package dev.assay.source.bigquery;

import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.source.RelationReader;
import dev.assay.source.TableReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads BigQuery. Nothing of Google's libraries is loaded before the first connection is used: they
 * are heavy.
 */
public final class BigQuery implements RelationReader {
  private final Map<String, String> environment;

  /**
   * @param environment of the process, in which {@link Limits} are set
   */
  public BigQuery(Map<String, String> environment) {
    this.environment = environment;
  }

  private Session session(Login login, Relation relation) {
    return new Session(login, relation, Limits.of(environment));
  }

  @Override
  public void test(Login login) {
    session(login, null).test();
  }

  @Override
  public List<FoundTable> tables(Login login) {
    return session(login, null).tables();
  }

  @Override
  public Landing look(Login login, Relation relation) {
    return session(login, relation).look();
  }

  @Override
  public TableReader open(Login login, Relation relation, Landing landing, Optional<Since> since) {
    return session(login, relation).open(landing, since);
  }

  @Override
  public Optional<Cost> cost(Login login, Relation relation) {
    return Optional.of(new Cost(session(login, relation).cost()));
  }
}
