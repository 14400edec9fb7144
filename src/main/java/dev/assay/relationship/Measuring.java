package dev.assay.relationship;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Cardinality;
import dev.assay.model.Relationship.Side;
import dev.assay.model.Relationship.Status;
import dev.assay.sql.RelationshipSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures a candidate on all rows of both tables and says how much it is to be believed. */
final class Measuring {
  private static final int EXAMPLES = 5;
  private final Engine engine;

  Measuring(Engine engine) {
    this.engine = engine;
  }

  /**
   * What all rows say.
   *
   * @param mostAsking the most rows of {@code from} that share a value that is found
   * @param mostAny the most rows of {@code to} that share any value
   * @param different values of {@code from}
   */
  record Counts(
      long rows,
      long missing,
      long matched,
      long mostAsking,
      long others,
      long unused,
      long mostMatches,
      long mostAny,
      long different) {
    long valued() {
      return rows - missing;
    }

    long orphans() {
      return valued() - matched;
    }

    double share() {
      return valued() == 0 ? 0 : (double) matched / valued();
    }
  }

  Relationship measure(Candidate candidate, Status status, Work work) {
    Counts counts = counts(candidate, work);
    double confidence = confidence(candidate, counts);
    return new Relationship(
        RelationshipId.of(candidate),
        side(candidate.from(), candidate.fromColumns()),
        side(candidate.to(), candidate.toColumns()),
        cardinality(counts),
        Math.round(counts.share() * 1e6) / 1e6,
        counts.orphans(),
        examples(candidate, counts, work),
        counts.missing(),
        counts.unused(),
        counts.mostMatches(),
        confidence,
        because(candidate, counts),
        candidate.fit().sign() == null
            ? null
            : new Relationship.Grounds(candidate.fit().sign(), asText(candidate)),
        status);
  }

  private Counts counts(Candidate candidate, Work work) {
    return counts(from(candidate), to(candidate), asText(candidate), work);
  }

  Counts counts(RelationshipSql.Key from, RelationshipSql.Key to, boolean asText, Work work) {
    List<Object> row =
        engine.query(RelationshipSql.measure(from, to, asText), work).rows().getFirst();
    long[] n = new long[row.size()];
    for (int i = 0; i < n.length; i++) {
      n[i] = row.get(i) == null ? 0 : Long.parseLong(row.get(i).toString());
    }
    return new Counts(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
  }

  private static Side side(RelatedTable table, List<String> columns) {
    return new Side(table.source().id(), table.table(), columns);
  }

  private static RelationshipSql.Key from(Candidate candidate) {
    return new RelationshipSql.Key(candidate.from().table(), candidate.fromColumns());
  }

  private static RelationshipSql.Key to(Candidate candidate) {
    return new RelationshipSql.Key(candidate.to().table(), candidate.toColumns());
  }

  /** Whether one side holds texts where the other does not. */
  static boolean asText(Candidate candidate) {
    for (int i = 0; i < candidate.fromColumns().size(); i++) {
      ValueKind one = kind(candidate.from(), candidate.fromColumns().get(i));
      ValueKind other = kind(candidate.to(), candidate.toColumns().get(i));
      if (one != other && (one == ValueKind.TEXT || other == ValueKind.TEXT)) {
        return true;
      }
    }
    return false;
  }

  private static ValueKind kind(RelatedTable table, String column) {
    return table.column(column).map(one -> ValueKind.of(one.type())).orElse(ValueKind.TEXT);
  }

  private List<String> examples(Candidate candidate, Counts counts, Work work) {
    boolean masked =
        candidate.fromColumns().stream().anyMatch(candidate.from().masked()::contains)
            || candidate.toColumns().stream().anyMatch(candidate.to().masked()::contains);
    if (masked || counts.orphans() == 0) {
      return List.of();
    }
    List<String> examples = new ArrayList<>();
    String select =
        RelationshipSql.orphans(from(candidate), to(candidate), asText(candidate), EXAMPLES);
    for (List<Object> row : engine.query(select, work).rows()) {
      examples.add(String.join(", ", row.stream().map(value -> (String) value).toList()));
    }
    return examples;
  }

  private static Cardinality cardinality(Counts counts) {
    if (counts.mostAny() > 1) {
      return Cardinality.MANY_TO_MANY;
    }
    return counts.mostAsking() > 1 ? Cardinality.MANY_TO_ONE : Cardinality.ONE_TO_ONE;
  }

  /** Names say what is meant, values whether it can be so. */
  static double confidence(Candidate candidate, Counts counts) {
    double share = counts.share();
    double byNames = candidate.declared() ? 1 : candidate.fit().score();
    double byValues =
        candidate.declared()
            ? 1
            : share >= 0.99
                ? 1
                : share >= 0.9 ? 0.97 : share >= 0.75 ? 0.9 : share >= 0.5 ? 0.7 : 0.3;
    double confidence = 0.98 * byNames * byValues;
    if (counts.different() <= 2 && byNames < 0.85) {
      // One or two values are found nearly anywhere.
      confidence *= 0.6;
    }
    if (counts.mostAny() > 1) {
      confidence *= 0.5;
    }
    return Math.round(confidence * 100) / 100.0;
  }

  private static String because(Candidate candidate, Counts counts) {
    StringBuilder text = new StringBuilder(candidate.fit().because());
    if (counts.valued() == 0) {
      text.append("; no row has a value yet");
    } else if (counts.orphans() == 0) {
      text.append(
          String.format(Locale.ROOT, "; all %,d rows with a value find one", counts.valued()));
    } else {
      text.append(
          String.format(
              Locale.ROOT,
              "; %,d of %,d rows with a value find one, %,d do not",
              counts.matched(),
              counts.valued(),
              counts.orphans()));
    }
    if (asText(candidate)) {
      text.append(
          "; one side holds texts: give both the same type in Silver before they are joined");
    }
    if (counts.mostAny() > 1) {
      text.append(
          String.format(
              Locale.ROOT,
              "; up to %,d rows of %s share a value, so rows would count several times",
              counts.mostAny(),
              candidate.to().source().id()));
    }
    return text.append('.').toString();
  }
}
