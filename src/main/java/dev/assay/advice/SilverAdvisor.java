package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Profile;
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

  public SilverAdvisor(Engine engine, Dialect dialect, Profiler profiler) {
    this.profiler = profiler;
    this.advice = new ColumnAdvice(dialect);
    this.keys = new Keys(engine, dialect);
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
      ColumnAdvice.question(source, known, name).ifPresent(questions::add);
      known.guess().notes().forEach(note -> notes.add(name + ": " + note));
    }
    notes.addAll(key.notes());
    if (key.question() != null) {
      questions.add(key.question());
    }
    return new SilverRecipe(
        List.copyOf(columns), key.deduplication(), List.copyOf(questions), List.copyOf(notes));
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
