package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.SemanticType;
import dev.assay.profile.UnitMix;
import dev.assay.sql.ProbeSql.Probe;
import java.util.ArrayList;
import java.util.List;

/** Something that some values of a column speak for, until all rows bear it out or not. */
sealed interface Suspicion {
  KnownColumn column();

  /** What all rows are asked; empty where they have answered already. */
  List<Probe> probes();

  /**
   * The values mean something.
   *
   * @param checks what such values meet; empty where nothing can be asked
   */
  record Meant(KnownColumn column, SemanticType type, List<Check> checks) implements Suspicion {
    @Override
    public List<Probe> probes() {
      return checks.isEmpty() ? List.of() : List.of(new Probe(column.text(), checks));
    }
  }

  /** Each cell holds several things. */
  record Composite(KnownColumn column, SplitForm form) implements Suspicion {
    @Override
    public List<Probe> probes() {
      List<Probe> probes = new ArrayList<>();
      probes.add(new Probe(column.text(), List.of(new Check.Matches(form.pattern(), false))));
      form.parts().forEach(part -> probes.add(new Probe(part.spec(column), List.of())));
      return probes;
    }
  }

  /** The amounts are in several units. */
  record Mixed(KnownColumn column, UnitMix mix) implements Suspicion {
    @Override
    public List<Probe> probes() {
      return MixedUnits.specs(this).stream().map(spec -> new Probe(spec, List.of())).toList();
    }
  }

  /** Some values can hardly be true. */
  record Doubtful(KnownColumn column, Doubt doubt) implements Suspicion {
    @Override
    public List<Probe> probes() {
      return List.of(new Probe(column.spec(), List.of(doubt.check())));
    }
  }
}
