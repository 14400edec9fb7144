package dev.assay.ask;

import dev.assay.ask.Links.Brought;
import dev.assay.model.Query;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Order;
import dev.assay.model.Relationship;
import dev.assay.semantic.NameWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Names in the place of keys: whoever asks for the artist with the most albums wants to know what
 * the artist is called, not that it is number 90.
 */
final class EntityNames {
  private static final Set<String> NAMES =
      Set.of("name", "title", "nome", "nombre", "titulo", "label", "nom", "titre", "titel");
  private static final Set<String> FIRST =
      Set.of("first_name", "firstname", "given_name", "forename", "nome_proprio");
  private static final Set<String> LAST =
      Set.of("last_name", "lastname", "surname", "family_name", "apelido", "apellido");

  private final List<Brought> brought;
  private final BiPredicate<String, String> unique;

  /**
   * @param brought what the table's rows can be given
   * @param unique whether every row of a table has its own value of a column
   */
  EntityNames(List<Brought> brought, BiPredicate<String, String> unique) {
    this.brought = brought;
    this.unique = unique;
  }

  /**
   * The query with names for the keys that it groups by. A key stays beside the names where these
   * do not tell every row of the other table apart, or rows name none of them. Empty where there is
   * nothing to name.
   */
  Optional<Query> named(Query query) {
    if (query.listsRows()
        || !query.joins().isEmpty()
        || !query.summary().isEmpty()
        || query.segment() != null) {
      return Optional.empty();
    }
    List<Dimension> dimensions = new ArrayList<>();
    Map<String, String> renamed = new HashMap<>();
    boolean changed = false;
    for (Dimension dimension : query.dimensions()) {
      List<Brought> names =
          dimension.grain() == null && dimension.part() == null
              ? names(dimension.column())
              : List.of();
      names.forEach(one -> dimensions.add(new Dimension(one.name(), one.name(), null)));
      changed |= !names.isEmpty();
      if (names.size() == 1 && tellsApart(names.getFirst())) {
        renamed.put(dimension.name(), names.getFirst().name());
      } else {
        dimensions.add(dimension);
      }
    }
    boolean clash =
        dimensions.stream().map(Dimension::name).distinct().count() < dimensions.size()
            || query.calculations().stream()
                .anyMatch(c -> renamed.keySet().stream().anyMatch(c.toString()::contains))
            || comparesKeys(query.having(), renamed);
    if (!changed || clash) {
      return Optional.empty();
    }
    List<Order> order =
        query.orderBy().stream()
            .map(term ->
                new Order(renamed.getOrDefault(term.name(), term.name()), term.descending()))
            .toList();
    List<Filter> having =
        query.having().stream()
            .map(filter ->
                new Filter(
                    renamed.getOrDefault(filter.column(), filter.column()),
                    filter.comparison(),
                    filter.values(),
                    filter.part()))
            .toList();
    return Optional.of(query.withDimensions(dimensions).withHaving(having).withOrder(order));
  }

  /** A condition on a key itself says nothing of its name; whether there is one stays the same. */
  private static boolean comparesKeys(List<Filter> having, Map<String, String> renamed) {
    return having.stream()
        .filter(filter -> renamed.containsKey(filter.column()))
        .anyMatch(filter ->
            filter.comparison() != Comparison.IS_NULL
                && filter.comparison() != Comparison.IS_NOT_NULL);
  }

  private boolean tellsApart(Brought name) {
    return name.path().stream().allMatch(step -> step.orphans() == 0)
        && unique.test(name.table(), name.column());
  }

  /** What the row is called that a key of this table, or one that is brought, looks up. */
  private List<Brought> names(String key) {
    Optional<Brought> far =
        brought.stream()
            .filter(one -> one.aggregate() == null && one.name().equals(key))
            .findFirst();
    List<Relationship> before = far.map(Brought::path).orElse(List.of());
    List<String> columns = List.of(far.map(Brought::column).orElse(key));
    List<Brought> there =
        brought.stream()
            .filter(one -> one.aggregate() == null && one.path().size() == before.size() + 1)
            .filter(one -> one.path().subList(0, before.size()).equals(before))
            .filter(one -> one.path().getLast().from().columns().equals(columns))
            .toList();
    Optional<Brought> whole =
        there.stream().filter(one -> NAMES.contains(one.column()) || isNamed(one)).findFirst();
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<Brought> parts = new ArrayList<>();
    for (Set<String> part : Arrays.asList(FIRST, LAST)) {
      there.stream().filter(one -> part.contains(one.column())).findFirst().ifPresent(parts::add);
    }
    return parts.size() == 2 ? parts : List.of();
  }

  /** {@code genre_name} of a genre. */
  private static boolean isNamed(Brought one) {
    List<String> words = NameWords.of(one.column());
    return words.size() == 2
        && words.getFirst().equals(one.role())
        && NAMES.contains(words.getLast());
  }
}
