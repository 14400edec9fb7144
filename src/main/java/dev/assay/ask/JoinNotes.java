package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Status;
import dev.assay.model.RowCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What should be known of the relationships that an answer goes by. */
final class JoinNotes {
  private JoinNotes() {}

  /** How words were taken, with the relationships by which others' columns were found. */
  static List<String> interpretation(Reading.Understood understood, List<Brought> used) {
    List<String> interpretation = new ArrayList<>(understood.interpretation());
    JoinWriter.relationships(used).forEach(one -> interpretation.add(meaning(one)));
    return interpretation;
  }

  /** What should be known of a reading, of rows that belong to none or are counted repeatedly. */
  static List<String> warnings(Reading.Understood understood, Query query, List<Brought> used) {
    List<String> warnings = new ArrayList<>(understood.warnings());
    for (Relationship one : JoinWriter.relationships(used)) {
      boolean backwards = one.to().table().equals(query.table()) && JoinWriter.aggregates(used);
      if (backwards && one.orphans() + one.missing() > 0) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%,d rows of %s belong to no row of %s and are not counted.",
                one.orphans() + one.missing(),
                one.from().source(),
                one.to().source()));
      }
    }
    used.stream()
        .filter(one -> isRepeated(one) && isAdded(one, query))
        .map(one ->
            understood
                .asked()
                .say(
                    "repeated",
                    one.name().replace('_', ' '),
                    one.path().getFirst().from().source(),
                    one.path().getLast().to().source()))
        .forEach(warnings::add);
    return warnings;
  }

  /** Whether several rows may look up the same value. */
  private static boolean isRepeated(Brought one) {
    return one.aggregate() == null
        && one.path().stream()
            .anyMatch(step -> step.cardinality() != Relationship.Cardinality.ONE_TO_ONE);
  }

  private static boolean isAdded(Brought one, Query query) {
    return query.measures().stream()
        .filter(
            measure -> measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.AVG)
        .anyMatch(measure ->
            one.name().equals(measure.column())
                || (measure.formula() != null
                    && RowCondition.columns(RowCondition.term(measure.formula()))
                        .contains(one.name())));
  }

  private static String meaning(Relationship one) {
    return one.written()
        + (one.orphans() == 0
            ? ""
            : String.format(Locale.ROOT, " (%,d rows find none)", one.orphans()));
  }

  /** What must be confirmed before a question can be answered. */
  static Reading.NeedsChoice unconfirmed(AcrossTables.Found found) {
    List<Relationship> open =
        JoinWriter.relationships(found.used()).stream()
            .filter(one -> one.status() == Status.PROPOSED)
            .toList();
    List<String> said =
        open.stream()
            .map(one -> one.written() + " (" + one.because().replaceAll("\\.$", "") + ")")
            .toList();
    Words words = found.reading().asked();
    String and = " " + words.say("and") + " ";
    return new Reading.NeedsChoice(
        words.say(
            "needs-relationship",
            String.join(and, open.stream().map(Relationship::written).toList()),
            String.join(and, said)),
        open.stream().map(one -> "assay relationships --confirm " + one.id()).toList());
  }
}
