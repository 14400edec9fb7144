package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a build does at a time, as data: whoever shows it may say it in another language.
 *
 * @param of the table or origin that is read; null where that goes without saying
 * @param count how many files are landed or rows replayed; else null
 * @param tables those that are published; null otherwise
 * @param because why everything is made anew; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Doing(Work work, String of, Long count, List<String> tables, ReplayReason because) {
  /** The kinds of work. */
  public enum Work {
    WAITING,
    STARTING,
    PLANNING,
    LANDING,
    COMPARING,
    SETTING_DRIFT_ASIDE,
    INSPECTING,
    CLEANING,
    ACCOUNTING,
    REPLAYING,
    LOOKING_AT_ALIKE,
    REBUILDING,
    PRESUMING,
    CARRYING,
    SETTING_ASIDE,
    PROVING,
    AGGREGATING,
    RECONCILING,
    RUNNING_SQL,
    PUBLISHING
  }

  public Doing {
    tables = tables == null ? null : List.copyOf(tables);
  }

  /** Work of which nothing else is to be said. */
  public static Doing of(Work work) {
    return of(work, null);
  }

  public static Doing of(Work work, String what) {
    return new Doing(work, what, null, null, null);
  }

  /** What carrying out a step is. */
  public static Doing of(Step step) {
    return switch (step) {
      case Step.Land land -> landing(land);
      case Step.Compare _ -> of(Work.COMPARING);
      case Step.Quarantine _ -> of(Work.SETTING_DRIFT_ASIDE);
      case Step.Inspect _ -> of(Work.INSPECTING);
      case Step.Clean clean -> of(Work.CLEANING, clean.spec().bronze());
      case Step.Account account -> of(Work.ACCOUNTING, account.spec().bronze());
      case Step.Gather(_, _, Step.Chosen.Rejected(_, long rows), _) ->
          new Doing(Work.REPLAYING, null, rows, null, null);
      case Step.Gather(_, _, Step.Chosen.Alike _, _) -> of(Work.LOOKING_AT_ALIKE);
      case Step.Rebuild(ReplayReason because) ->
          new Doing(Work.REBUILDING, null, null, null, because);
      case Step.Presume _ -> of(Work.PRESUMING);
      case Step.Carry _ -> of(Work.CARRYING);
      case Step.SetAside _ -> of(Work.SETTING_ASIDE);
      case Step.Prove _ -> of(Work.PROVING);
      case Step.Aggregate(Query query, _, _) -> of(Work.AGGREGATING, query.table());
      case Step.Reconcile(Query query, _) -> of(Work.RECONCILING, query.table());
      case Step.Materialise _ -> of(Work.RUNNING_SQL);
      case Step.Publish publish -> new Doing(Work.PUBLISHING, null, null, publish.touched(), null);
    };
  }

  private static Doing landing(Step.Land land) {
    boolean one = land.readings().size() == 1;
    String of = (one ? land.readings().getFirst().origin() : land.source().origin()).label();
    return new Doing(Work.LANDING, of, (long) land.readings().size(), null, null);
  }
}
