package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * How an origin's columns differ from the Bronze table that was made of it.
 *
 * @param changes empty where nothing has changed
 */
public record Drift(List<Change> changes) {
  public Drift {
    changes = List.copyOf(changes);
  }

  /** One change. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Added.class, name = "added"),
    @JsonSubTypes.Type(value = Dropped.class, name = "dropped"),
    @JsonSubTypes.Type(value = Renamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = Reordered.class, name = "reordered"),
    @JsonSubTypes.Type(value = Reshaped.class, name = "reshaped")
  })
  public sealed interface Change {
    /** The change in one sentence for people. */
    String describe();

    /** What the contract says about it. */
    Contract.Choice choice(Contract contract);
  }

  /** A column that Bronze does not have. */
  public record Added(String column) implements Change {
    @Override
    public String describe() {
      return "Column '" + column + "' is new.";
    }

    @Override
    public Contract.Choice choice(Contract contract) {
      return contract.added();
    }
  }

  /** A column that the origin no longer has. */
  public record Dropped(String column) implements Change {
    @Override
    public String describe() {
      return "Column '" + column + "' is gone.";
    }

    @Override
    public Contract.Choice choice(Contract contract) {
      return contract.dropped();
    }
  }

  /**
   * A column that seems to have another name now.
   *
   * @param overlap the share of its values that the old column had too, from 0 to 1
   */
  public record Renamed(String from, String to, double overlap) implements Change {
    @Override
    public String describe() {
      return "Column '"
          + from
          + "' seems to be called '"
          + to
          + "' now: "
          + Math.round(overlap * 100)
          + "% of its values are the same.";
    }

    @Override
    public Contract.Choice choice(Contract contract) {
      return contract.renamed();
    }
  }

  /** The same columns in another order. */
  public record Reordered(List<String> before, List<String> now) implements Change {
    public Reordered {
      before = List.copyOf(before);
      now = List.copyOf(now);
    }

    @Override
    public String describe() {
      return "The columns come in another order.";
    }

    @Override
    public Contract.Choice choice(Contract contract) {
      return contract.reordered();
    }
  }

  /**
   * A column whose values look otherwise than before.
   *
   * @param before what they were, such as {@code whole numbers}
   * @param now what they are
   * @param rows how many rows do not fit what they were
   * @param example one such value
   */
  public record Reshaped(String column, String before, String now, long rows, String example)
      implements Change {
    @Override
    public String describe() {
      return "Column '"
          + column
          + "' held "
          + before
          + " and now holds "
          + now
          + ": "
          + rows
          + " rows do not fit, such as '"
          + example
          + "'.";
    }

    @Override
    public Contract.Choice choice(Contract contract) {
      return contract.reshaped();
    }
  }
}
