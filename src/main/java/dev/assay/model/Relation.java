package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is read from a database. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Relation.Table.class, name = "table"),
  @JsonSubTypes.Type(value = Relation.Query.class, name = "query")
})
public sealed interface Relation {
  String label();

  /**
   * A table or a view.
   *
   * @param schema the schema, the dataset or, for MySQL, the database; null where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Table(String schema, String name) implements Relation {
    @Override
    public String label() {
      return schema == null ? name : schema + "." + name;
    }
  }

  /** One SELECT in the database's own SQL, run as it is in a read-only transaction. */
  record Query(String sql) implements Relation {
    @Override
    public String label() {
      return "a query";
    }
  }
}
