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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private final CloserLook closerLook;
  private final DateOrder dateOrder;

  /** Every kind of proposal, in plain sight and in the order in which they are shown. */
  private final List<Finder> finders;

  public SilverAdvisor(Engine engine, Dialect dialect, Profiler profiler) {
    this.profiler = profiler;
    this.advice = new ColumnAdvice(dialect);
    this.keys = new Keys(engine, dialect);
    this.closerLook = new CloserLook(engine, dialect);
    this.dateOrder = new DateOrder(engine, dialect);
    this.finders =
        List.of(
            new Subtotals(engine, dialect),
            new BlankLabels(engine, dialect),
            new SpreadColumns(engine, dialect),
            new PersonalData(),
            new Validating(),
            new Splits(dialect),
            new MixedUnits(dialect),
            new SentinelFinder(engine, dialect),
            new SpellingFinder(),
            new BetweenColumns(engine, dialect));
  }

  @Override
  public SilverRecipe suggest(Source source, Profile profile, Work work) {
    List<Examination> examined = profiler.examined(profile, work);
    List<String> names = SilverNames.of(examined);
    List<KnownColumn> all = known(names, examined);
    Keys.Found key = keys.find(source, profile.table(), all, work);
    List<String> keyColumns =
        key.deduplication() == null ? List.of() : key.deduplication().keyColumns();
    KnownTable table = known(source, profile, all, key, work);
    List<SilverColumn> columns = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < examined.size(); i++) {
      Examination known = examined.get(i);
      String name = names.get(i);
      columns.add(
          advice.column(known, name, table.keys().contains(name), table.confirmed().meaning(name)));
      KnownColumn column = table.columns().get(i);
      ColumnAdvice.question(source, known, name)
          .map(question -> dateOrder.informed(table, column, question, work))
          .ifPresent(questions::add);
      known.guess().notes().forEach(note -> notes.add(name + ": " + note));
    }
    notes.addAll(key.notes());
    if (key.question() != null) {
      questions.add(key.question());
    }
    return new SilverRecipe(
            List.copyOf(columns), key.deduplication(), List.copyOf(questions), List.copyOf(notes))
        .withProposals(proposals(table, key, work));
  }

  private static List<KnownColumn> known(List<String> names, List<Examination> examined) {
    List<KnownColumn> known = new ArrayList<>();
    for (int i = 0; i < examined.size(); i++) {
      known.add(new KnownColumn(names.get(i), i, examined.get(i)));
    }
    return List.copyOf(known);
  }

  private KnownTable known(
      Source source, Profile profile, List<KnownColumn> known, Keys.Found key, Work work) {
    List<String> keyColumns =
        key.deduplication() == null ? List.of() : key.deduplication().keyColumns();
    LocalDate today = LocalDate.ofInstant(profile.measuredAt(), ZoneOffset.UTC);
    Confirmed confirmed = closerLook.look(source, profile.table(), known, keyColumns, today, work);
    return new KnownTable(
        source,
        profile.table(),
        profile.rowCount(),
        known,
        keyColumns,
        key.deduplication(),
        confirmed);
  }

  private List<Proposal> proposals(KnownTable table, Keys.Found key, Work work) {
    List<Proposal> proposals = new ArrayList<>();
    List<Proposal> raw = new ArrayList<>();
    key.proposals().forEach(found -> proposals.add(discreet(found, table)));
    for (Finder finder : finders) {
      work.stopIfCancelled();
      finder
          .find(table, work)
          .forEach(found -> {
            raw.add(found);
            proposals.add(finder.discreet() ? found : discreet(found, table));
          });
    }
    Set<String> covered = SentinelFinder.covered(raw);
    return proposals.stream().filter(proposal -> !covered.contains(proposal.id())).toList();
  }

  /** Personal values are shown as stars, whatever a proposal about them is for. */
  private static Proposal discreet(Proposal proposal, KnownTable table) {
    boolean shown =
        proposal.kind() == Proposal.Kind.PERSONAL_DATA
            || proposal.columns().stream().noneMatch(table.confirmed()::personal);
    return shown
        ? proposal
        : new Proposal(
            proposal.id(),
            proposal.kind(),
            proposal.columns(),
            proposal.because(),
            proposal.rows(),
            proposal.examples().stream().map(Stars::of).toList(),
            proposal.confidence(),
            proposal.author(),
            proposal.edits());
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
        return Optional.of(advice.column(examined.get(i), names.get(i), false, Optional.empty()));
      }
    }
    return Optional.empty();
  }
}
