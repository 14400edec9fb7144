package dev.assay.engine;

import dev.assay.model.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Rows on their way into one Parquet file, written by a throwaway second DuckDB whose only right is
 * one private folder: the warehouse's own engine never touches a file.
 *
 * <p>Give it rows as a {@link Engine.TextConsumer}, then {@link #copyTo} an output. A few thousand
 * rows are in memory at once; the file itself lies in the folder until {@link #close}.
 */
public final class ParquetFile implements Engine.TextConsumer, AutoCloseable {
  private static final int BATCH = 1_024;
  private static final String[][] END = new String[0][];

  private final Path folder;
  private final BlockingQueue<String[][]> batches = new ArrayBlockingQueue<>(8);
  private final CompletableFuture<Void> written = new CompletableFuture<>();
  private List<String[]> batch = new ArrayList<>(BATCH);
  private volatile boolean abandoned;
  private Thread writer;

  public ParquetFile() {
    try {
      folder = Files.createTempDirectory("assay-export");
    } catch (IOException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  @Override
  public void columns(List<Rows.Column> columns) {
    writer =
        Thread.ofPlatform()
            .daemon()
            .name("parquet-export")
            .start(() -> {
              try {
                write(columns);
                written.complete(null);
              } catch (SQLException | RuntimeException e) {
                written.completeExceptionally(DuckDbErrors.translate(e));
              }
            });
  }

  @Override
  public void row(String[] values) {
    batch.add(values);
    if (batch.size() == BATCH) {
      send(batch.toArray(String[][]::new));
      batch = new ArrayList<>(BATCH);
    }
  }

  /** Ends the file and copies it to {@code out}, which stays open. */
  public void copyTo(OutputStream out) {
    if (!batch.isEmpty()) {
      send(batch.toArray(String[][]::new));
      batch = new ArrayList<>();
    }
    send(END);
    join();
    try {
      Files.copy(file(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    abandoned = true;
    batches.clear();
    try {
      if (writer != null) {
        writer.join();
      }
      try (Stream<Path> files = Files.list(folder)) {
        for (Path left : files.toList()) {
          Files.deleteIfExists(left);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path file() {
    return folder.resolve("rows.parquet");
  }

  private void send(String[][] rows) {
    try {
      while (!batches.offer(rows, 100, TimeUnit.MILLISECONDS)) {
        if (written.isDone()) {
          join();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Work.Cancelled();
    }
  }

  private void join() {
    try {
      written.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void write(List<Rows.Column> columns) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", "256MB");
    // One thread keeps the rows in the order in which they come.
    properties.setProperty("threads", "1");
    properties.setProperty("temp_directory", folder.toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute("SET allowed_directories = [" + literal(folder.toString()) + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
        function
            .withName("sent_rows")
            .withFunction(new SentRows(columns.size()))
            .register(connection);
      }
      statement.execute(
          "COPY (SELECT "
              + String.join(", ", expressions(columns))
              + " FROM sent_rows()) TO "
              + literal(file().toString())
              + " (FORMAT parquet, COMPRESSION zstd)");
    }
  }

  private static List<String> expressions(List<Rows.Column> columns) {
    Set<String> taken = new HashSet<>();
    List<String> expressions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = columns.get(i).name() + "_" + n;
      }
      expressions.add(
          "CAST(c" + i + " AS " + fileType(columns.get(i).type()) + ") AS " + identifier(name));
    }
    return expressions;
  }

  /** The type in the file: the column's own, unless Parquet cannot hold it exactly. */
  private static String fileType(String type) {
    return switch (type) {
      // As DOUBLE, which the writer would choose, sums lose their last digits.
      case "HUGEINT", "UHUGEINT" -> "DECIMAL(38,0)";
      default ->
          type.startsWith("ENUM") || type.startsWith("UNION") || type.equals("BIT")
              ? "VARCHAR"
              : type;
    };
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Hands batches to the second engine as rows of text. */
  private final class SentRows implements DuckDBTableFunction<Integer, Object, Object> {
    private final int width;

    SentRows(int width) {
      this.width = width;
    }

    @Override
    public Integer bind(DuckDBTableFunctionBindInfo info) {
      for (int i = 0; i < width; i++) {
        info.addResultColumn("c" + i, DuckDBColumnType.VARCHAR);
      }
      return width;
    }

    @Override
    public Object init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
        throws InterruptedException {
      String[][] rows = next();
      for (int column = 0; column < width && rows.length > 0; column++) {
        String[] values = new String[rows.length];
        for (int row = 0; row < rows.length; row++) {
          values[row] = rows[row][column];
        }
        chunk.vector(column).setStrings(0, values);
      }
      return rows.length;
    }

    private String[][] next() throws InterruptedException {
      while (!abandoned) {
        String[][] rows = batches.poll(100, TimeUnit.MILLISECONDS);
        if (rows != null) {
          return rows;
        }
      }
      return END;
    }
  }
}
