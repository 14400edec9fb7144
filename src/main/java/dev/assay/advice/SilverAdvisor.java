package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Profile;
import dev.assay.model.Proposal;
import dev.assay.model.Question;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.model.Source;
import dev.assay.profile.Examination;
import dev.assay.profile.Profiler;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Suggests Silver by rules, each proposal measured on all rows with the expressions that a build
 * runs.
 *
 * <p>Unasked, nothing is filled and nothing is guessed: what the data leaves open stays TEXT and is
 * asked.
 */
public final class SilverAdvisor implements Advisor {
  private final Profiler profiler;
  private final ColumnAdvice advice;
  private final Keys keys;
  private final DateOrder dateOrder;

  /** Every kind of proposal, in plain sight and in the order in which they are shown. */
  private final List<Finder> finders;

  public SilverAdvisor(Engine engine, Dialect dialect, Profiler profiler) {
    this.profiler = profiler;
    this.advice = new ColumnAdvice(dialect);
    this.keys = new Keys(engine, dialect);
    this.dateOrder = new DateOrder(engine, dialect);
    this.finders = List.of();
  }

  @Override
  public SilverRecipe suggest(Source source, Profile profile, Work work) {
    List<Examination> examined = profiler.examined(profile, work);
    List<String> names = SilverNames.of(examined);
    Keys.Found key = keys.find(source, profile.table(), names, examined, work);
    List<String> keyColumns =
        key.deduplication() == null ? List.of() : key.deduplication().keyColumns();
    List<SilverColumn> columns = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < examined.size(); i++) {
      Examination known = examined.get(i);
      String name = names.get(i);
      columns.add(advice.column(known, name, keyColumns.contains(name)));
      int position = i;
      ColumnAdvice.question(source, known, name)
          .map(question ->
              dateOrder.informed(
                  source, profile.table(), names, examined, position, question, work))
          .ifPresent(questions::add);
      known.guess().notes().forEach(note -> notes.add(name + ": " + note));
    }
    notes.addAll(key.notes());
    if (key.question() != null) {
      questions.add(key.question());
    }
    return new SilverRecipe(
            List.copyOf(columns), key.deduplication(), List.copyOf(questions), List.copyOf(notes))
        .withProposals(proposals(source, profile, names, examined, keyColumns, work));
  }

  private List<Proposal> proposals(
      Source source,
      Profile profile,
      List<String> names,
      List<Examination> examined,
      List<String> keyColumns,
      Work work) {
    List<KnownColumn> known = new ArrayList<>();
    for (int i = 0; i < examined.size(); i++) {
      known.add(new KnownColumn(names.get(i), i, examined.get(i)));
    }
    KnownTable table =
        new KnownTable(source, profile.table(), profile.rowCount(), known, keyColumns);
    List<Proposal> proposals = new ArrayList<>();
    for (Finder finder : finders) {
      work.stopIfCancelled();
      proposals.addAll(finder.find(table, work));
    }
    return List.copyOf(proposals);
  }

  /**
   * The suggestion for one Bronze column, named exactly: for recipes that use a column which they
   * do not list.
   */
  public Optional<SilverColumn> column(Profile profile, String bronzeColumn, Work work) {
    List<Examination> examined = profiler.examined(profile, work);
    List<String> names = SilverNames.of(examined);
    for (int i = 0; i < examined.size(); i++) {
      if (examined.get(i).profile().name().equals(bronzeColumn)) {
        return Optional.of(advice.column(examined.get(i), names.get(i), false));
      }
    }
    return Optional.empty();
  }
}
