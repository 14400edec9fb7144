package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once: writers wait for each other, readers see whole tables. */
class CrowdTest {
  private static final int ROWS = 2_000;
  private static final String SILVER = "/api/sources/sales/medallion/silver";
  @TempDir private Path folder;
  private House house;
  private Caller caller;

  @BeforeEach
  void open() {
    house = House.open(folder);
    caller = house.caller;
    StringBuilder csv = new StringBuilder("id,region,amount\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(i).append(i % 2 == 0 ? ",North," : ",South,").append(i % 90).append(".25\n");
    }
    caller.add("sales.csv", csv.toString());
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Rejects the ids below {@code least}. */
  private static Map<String, Object> recipe(int least) {
    return Map.of(
        "columns",
        List.of(
            Map.of("source_column", "id", "target_type", "INTEGER", "validation", ">= " + least),
            Map.of("source_column", "region"),
            Map.of("source_column", "amount", "target_type", "DECIMAL(9,2)")));
  }

  @Test
  void writersOfOneSourceQueue() throws Exception {
    List<Future<Reply>> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        int least = i * 10;
        replies.add(threads.submit(() -> caller.post(SILVER + "?wait=60", recipe(least))));
      }
    }
    for (Future<Reply> reply : replies) {
      assertThat(reply.get().is(201).text("/status")).isEqualTo("ready");
    }
    Reply logs = caller.get(SILVER + "/logs").is(200);
    assertThat(logs.json())
        .hasSize(6)
        .allSatisfy(log -> assertThat(log.get("status").asText()).isEqualTo("ready"));
    long last = logs.at("/0/ledger/silver").asLong();
    assertThat(caller.sql("SELECT count(*) FROM silver_sales_cleaned").getFirst().getFirst())
        .isEqualTo((int) last);
    assertThat(house.staging()).isEmpty();
  }

  @Test
  void readersSeeWholeTablesDuringTwentyRebuilds() throws Exception {
    caller.post(SILVER + "?wait=60", recipe(0)).is(201);
    String gold = caller.post("/api/sources/sales/medallion/gold/suggest").is(200).body();
    caller.post("/api/sources/sales/medallion/gold?wait=60", gold).is(201);
    AtomicBoolean done = new AtomicBoolean();
    Queue<Object> seen = new ConcurrentLinkedQueue<>();
    Queue<Object> answered = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> readers =
          List.of(
              threads.submit(() -> {
                while (!done.get()) {
                  seen.add(caller.get(SILVER + "/rows?limit=1").is(200).at("/total").asInt());
                }
              }),
              threads.submit(() -> {
                while (!done.get()) {
                  seen.addAll(caller.sql("SELECT count(*) FROM silver_sales_cleaned").getFirst());
                }
              }),
              threads.submit(() -> {
                while (!done.get()) {
                  Reply answer =
                      caller.post("/api/ask", "{\"question\": \"number of rows in sales\"}");
                  answered.add(answer.is(200).at("/rows/rows/0/0").asInt());
                }
              }));
      try {
        for (int i = 1; i <= 20; i++) {
          caller.post(SILVER + "?wait=60", recipe(i % 2 * 100)).is(201);
        }
      } finally {
        done.set(true);
      }
      for (Future<?> reader : readers) {
        reader.get();
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
    assertThat(Set.copyOf(seen)).isSubsetOf(ROWS, ROWS - 100);
    assertThat(answered).isNotEmpty();
    assertThat(Set.copyOf(answered)).isSubsetOf(ROWS, ROWS - 100);
    assertThat(caller.strip("sales")).isEqualTo("ready ready ready");
  }
}
