package dev.assay.ask;

import dev.assay.model.AskRequest;
import dev.assay.model.Query;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What might be asked next of an answer; each is read before it is offered, so that none leads
 * nowhere.
 */
final class FollowUps {
  private static final int MOST = 4;
  private static final int MANY_GROUPS = 10;

  private final Asked asked;
  private final Interpreter interpreter;

  FollowUps(Asked asked, Interpreter interpreter) {
    this.asked = asked;
    this.interpreter = interpreter;
  }

  List<String> of(Query query, int rows) {
    if (asked.question() == null || query.listsRows()) {
      return List.of();
    }
    List<String> offered = new ArrayList<>();
    for (String fragment : fragments(query, rows)) {
      if (offered.size() < MOST && leads(fragment, query)) {
        offered.add(fragment);
      }
    }
    return offered;
  }

  private List<String> fragments(Query query, int rows) {
    List<String> fragments = new ArrayList<>();
    boolean inTime = query.dimensions().stream().anyMatch(d -> d.grain() != null);
    if (rows > MANY_GROUPS && query.limit() == null && !inTime) {
      fragments.add(say("follow.top"));
    }
    if (!inTime && !asked.vocabulary().with(Role.TIME).isEmpty()) {
      fragments.add(say("follow.by-month"));
    }
    if (inTime && query.calculations().isEmpty()) {
      fragments.add(say("follow.year-before"));
    }
    if (query.dimensions().size() < 2) {
      for (ColumnRole role : asked.vocabulary().with(Role.CATEGORY)) {
        boolean used =
            query.dimensions().stream().anyMatch(d -> d.column().equals(role.name()))
                || query.filters().stream().anyMatch(f -> f.column().equals(role.name()));
        if (!used && role.column().distinct() > 1 && role.column().distinct() <= 50) {
          fragments.add(say("follow.by", role.name()));
        }
      }
    }
    if (!inTime && query.dimensions().size() == 1 && query.calculations().isEmpty()) {
      fragments.add(say("follow.share"));
    }
    return fragments;
  }

  private String say(String key, Object... values) {
    return new Words(asked.question()).say(key, values);
  }

  private boolean leads(String fragment, Query query) {
    AskRequest next =
        new AskRequest(
            fragment,
            asked.request().source(),
            null,
            new AskRequest.Context(asked.question(), query),
            false);
    Asked then = new Asked(next, asked.catalog(), asked.vocabulary(), asked.today());
    return interpreter
        .read(then)
        .filter(Reading.Understood.class::isInstance)
        .map(Reading.Understood.class::cast)
        .filter(reading -> reading.warnings().isEmpty() && !reading.query().equals(query))
        .isPresent();
  }
}
