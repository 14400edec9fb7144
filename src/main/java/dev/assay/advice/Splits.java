package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverColumn;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proposes a column for each thing where cells hold several. */
final class Splits implements Finder {
  private final Dialect dialect;

  Splits(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    Parts names = new Parts(dialect, table.columns());
    return table
        .confirmed()
        .about(Suspicion.Composite.class)
        .map(answer -> proposal(table, answer, names))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Proposal> proposal(
      KnownTable table, Confirmed.Answer answer, Parts names) {
    Suspicion.Composite composite = (Suspicion.Composite) answer.suspicion();
    Confirmed.Count whole = answer.counts().getFirst();
    if (whole.fitting() < SplitForms.NEARLY_ALL) {
      return Optional.empty();
    }
    KnownColumn column = composite.column();
    List<SilverColumn> into = new ArrayList<>();
    long rejected = 0;
    for (int i = 0; i < composite.form().parts().size(); i++) {
      SplitForm.Part part = composite.form().parts().get(i);
      into.add(names.column(part.spec(column), column.name() + "_" + part.suffix()));
      rejected = Math.max(rejected, answer.counts().get(i + 1).failed());
    }
    long fit = whole.read() - whole.violated();
    String because =
        fit
            + " of "
            + whole.read()
            + " values hold "
            + composite.form().says()
            + others(whole.violated(), rejected)
            + ".";
    return Optional.of(
        new Proposal(
            "split-" + column.name(),
            Proposal.Kind.SPLIT,
            List.of(column.name()),
            because,
            fit,
            column.values().stream().map(value -> value.value()).limit(5).toList(),
            Math.round(whole.fitting() * 90) / 100.0,
            Author.RULES,
            // A key keeps its name, whatever is made of it beside.
            List.of(
                new RecipeEdit.Split(
                    column.name(), List.copyOf(into), table.keys().contains(column.name())))));
  }

  private static String others(long others, long rejected) {
    if (others == 0) {
      return "";
    }
    return "; "
        + others
        + (rejected == 0
            ? others == 1
                ? " other stays whole in the first part"
                : " others stay whole in the first part"
            : rejected == 1
                ? " does not, and 1 row would be rejected"
                : " do not, and " + rejected + " rows would be rejected");
  }
}
