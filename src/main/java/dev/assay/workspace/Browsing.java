package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.Engine.Limits;
import dev.assay.model.Rows;
import dev.assay.sql.BrowseSql;
import dev.assay.sql.LoadOrder;
import dev.assay.sql.Prepared;
import dev.assay.sql.PublishedSql;
import dev.assay.sql.SignpostSql;
import dev.assay.sql.Stretch;
import dev.assay.sql.Stretch.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads pages of published tables, however far down, at about the cost of the first. What is found
 * out of a table for that is kept for as long as its build is the published one.
 */
final class Browsing {
  private static final long MOST_VALUES = 1_000_000;
  private static final int SECONDS = 30;
  private static final int KEPT = 64;

  /** Calls into the engine hold on to their thread, and there are few of these. */
  private static final int AT_ONCE = 4;

  private final Engine engine;
  private final PublishedSql published;
  private final Semaphore atOnce = new Semaphore(AT_ONCE, true);
  private final Map<Asked, Object> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Object> eldest) {
          return size() > KEPT;
        }
      };

  Browsing(Engine engine, PublishedSql published) {
    this.engine = engine;
    this.published = published;
  }

  /** At most so many rows that their values fit in memory. */
  static long atMost(long rows, long columns) {
    return Math.min(rows, Math.max(1, MOST_VALUES / Math.max(1, columns)));
  }

  /** What was asked of which builds. */
  private record Asked(List<String> builds, Prepared question) {}

  /**
   * Where rows are.
   *
   * @param dense the first row, where none is left out after it; else null
   * @param posts one a {@link SignpostSql#APART} rows, unless dense
   */
  private record Signposts(long total, Place dense, List<Place> posts) {
    Stretch stretch(long offset, long limit) {
      if (dense != null) {
        long from = dense.row() + offset;
        return new Stretch(
            new Place(dense.load(), from, 0), new Place(dense.load(), from + limit, 0));
      }
      int next = (int) Math.min(Integer.MAX_VALUE, (offset + limit) / SignpostSql.APART + 1);
      return new Stretch(
          posts.get((int) (offset / SignpostSql.APART)),
          next < posts.size() ? posts.get(next) : null);
    }

    long skip(long offset) {
      return dense == null ? offset % SignpostSql.APART : 0;
    }
  }

  /**
   * A page in load order, with the number of all rows.
   *
   * @param layers whose builds the tables are of
   */
  Rows inLoadOrder(List<String> layers, LoadOrder sql, long limit, long offset) {
    return inTurn(reader -> {
      Signposts posts = signposts(reader, builds(reader, layers), sql);
      boolean none = offset >= posts.total();
      Prepared page =
          none
              ? sql.page(Stretch.WHOLE, 0, 0)
              : sql.page(
                  posts.stretch(offset, Math.min(limit, posts.total() - offset)),
                  posts.skip(offset),
                  limit);
      return of(read(reader, page), posts.total());
    });
  }

  /** A page of sorted rows, with the number of all. */
  Rows sorted(List<String> layers, BrowseSql sql, long limit, long offset) {
    return inTurn(reader -> {
      long total =
          kept(
              new Asked(builds(reader, layers), sql.count()),
              Long.class,
              () -> number(read(reader, sql.count()).rows().getFirst().getFirst()));
      return of(read(reader, sql.sorted(limit, offset)), total);
    });
  }

  /** All rows of a short result, kept. */
  Rows counts(List<String> layers, Prepared select) {
    return inTurn(reader ->
        kept(new Asked(builds(reader, layers), select), Rows.class, () -> read(reader, select)));
  }

  /** Whoever scrolls fast, or opens many tabs, leaves the engine to others between two pages. */
  private <T> T inTurn(Function<Engine.Reader, T> read) {
    atOnce.acquireUninterruptibly();
    try {
      return engine.reading(read);
    } finally {
      atOnce.release();
    }
  }

  private Signposts signposts(Engine.Reader reader, List<String> builds, LoadOrder sql) {
    return kept(
        new Asked(builds, sql.signposts()),
        Signposts.class,
        () ->
            sql.extent()
                .flatMap(extent -> dense(reader, extent))
                .orElseGet(() -> {
                  List<Place> posts = new ArrayList<>();
                  long total = 0;
                  for (List<Object> row : read(reader, sql.signposts()).rows()) {
                    posts.add(
                        new Place(number(row.get(0)), number(row.get(1)), number(row.get(2))));
                    total = number(row.get(3));
                  }
                  return new Signposts(total, null, posts);
                }));
  }

  private static Optional<Signposts> dense(Engine.Reader reader, Prepared extent) {
    List<Object> row = read(reader, extent).rows().getFirst();
    long rows = number(row.getFirst());
    if (rows == 0
        || number(row.get(1)) != number(row.get(2))
        || number(row.get(4)) - number(row.get(3)) + 1 != rows) {
      return Optional.empty();
    }
    return Optional.of(
        new Signposts(rows, new Place(number(row.get(1)), number(row.get(3)), 0), List.of()));
  }

  /** What was published when this transaction began. */
  private List<String> builds(Engine.Reader reader, List<String> layers) {
    return layers.stream()
        .flatMap(
            layer -> read(reader, new Prepared(published.find(layer), List.of())).rows().stream())
        .map(row -> (String) row.get(1))
        .toList();
  }

  private <T> T kept(Asked asked, Class<T> type, Supplier<T> answer) {
    synchronized (known) {
      Object there = known.get(asked);
      if (there != null) {
        return type.cast(there);
      }
    }
    T found = answer.get();
    synchronized (known) {
      known.put(asked, found);
    }
    return found;
  }

  private static Rows of(Rows page, long total) {
    return new Rows(page.columns(), page.rows(), total, false, page.sql());
  }

  private static Rows read(Engine.Reader reader, Prepared select) {
    return reader.read(
        select.text(), new Limits(Long.MAX_VALUE, SECONDS), select.parameters().toArray());
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
