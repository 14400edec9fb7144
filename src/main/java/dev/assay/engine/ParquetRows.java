package dev.assay.engine;

import dev.assay.model.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * The rows of one Parquet file as text, in their order, read by a throwaway second DuckDB whose
 * only right is one private folder with that one file in it: the warehouse's own engine never
 * touches a file of a user.
 */
public final class ParquetRows implements AutoCloseable {
  private final String name;
  private final Path folder;
  private final Connection connection;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final Map<Integer, ParquetFooter.Rendering> renderings;
  private PreparedStatement statement;
  private DuckDBChunkedResult result;
  private long delivered;

  /**
   * One column.
   *
   * @param header exactly as the file has it
   * @param type as the engine calls it
   */
  public record Column(String header, String type) {}

  /** Takes the values of one chunk, column by column; null where one is missing. */
  @FunctionalInterface
  public interface Values {
    void accept(int row, int column, byte[] utf8);
  }

  private ParquetRows(
      String name,
      Path folder,
      Map<Integer, ParquetFooter.Rendering> renderings,
      Connection connection) {
    this.name = name;
    this.folder = folder;
    this.renderings = renderings;
    this.connection = connection;
  }

  /** Opens a file, which {@code name} calls in messages. */
  public static ParquetRows open(Path file, String name) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("assay-parquet");
      var renderings = place(file.toRealPath(), folder.resolve("rows.parquet"));
      ParquetRows rows = new ParquetRows(name, folder, renderings, connect(folder));
      try {
        rows.describe();
      } catch (SQLException e) {
        rows.close();
        throw rows.unreadable(e);
      } catch (RuntimeException | Error e) {
        rows.close();
        throw e;
      }
      return rows;
    } catch (IOException | SQLException e) {
      delete(folder);
      throw new UserError(
          UserError.Kind.MACHINE, "The file " + name + " could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * A second name for the same bytes where the disk can, else a copy of them; a copy that calls
   * some columns bytes where the engine would not read them exactly.
   */
  private static Map<Integer, ParquetFooter.Rendering> place(Path file, Path to)
      throws IOException {
    ParquetFooter footer = ParquetFooter.of(file);
    if (footer != null && footer.isInexact()) {
      footer.write(file, to);
      return footer.renderings();
    }
    try {
      Files.createLink(to, file);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(file, to);
    }
    return Map.of();
  }

  private static Connection connect(Path folder) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", "512MB");
    // One thread hands out the rows in the order of the file.
    properties.setProperty("threads", "1");
    properties.setProperty("temp_directory", folder.toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL TimeZone = 'UTC'");
      statement.execute(
          "SET allowed_directories = [" + ParquetText.literal(folder.toString()) + "]");
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private String source() {
    return "read_parquet("
        + ParquetText.literal(folder.resolve("rows.parquet").toString())
        + ", hive_partitioning = false)";
  }

  private void describe() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement describing = connection.createStatement();
        ResultSet found = describing.executeQuery("DESCRIBE SELECT * FROM " + source())) {
      while (found.next()) {
        names.add(found.getString(1));
        types.add(found.getString(2));
      }
    }
    // The engine renames what it takes for the same name; the file's own schema has the originals.
    List<String> headers = headers();
    for (int i = 0; i < names.size(); i++) {
      String type = renderings.containsKey(i) ? renderings.get(i).type() : types.get(i);
      columns.add(new Column(headers.size() == names.size() ? headers.get(i) : names.get(i), type));
    }
    this.names = names;
  }

  private List<String> names = List.of();

  private List<String> headers() throws SQLException {
    List<String> headers = new ArrayList<>();
    String file = ParquetText.literal(folder.resolve("rows.parquet").toString());
    try (Statement asking = connection.createStatement();
        ResultSet found =
            asking.executeQuery("SELECT name, num_children FROM parquet_schema(" + file + ")")) {
      found.next();
      long inside = 0;
      while (found.next()) {
        if (inside == 0) {
          headers.add(found.getString(1));
        } else {
          inside--;
        }
        inside += found.getLong(2);
      }
    }
    return headers;
  }

  public List<Column> columns() {
    return columns;
  }

  /** How many rows the file says that it has. */
  public long count() {
    String file = ParquetText.literal(folder.resolve("rows.parquet").toString());
    try (Statement asking = connection.createStatement();
        ResultSet found =
            asking.executeQuery("SELECT num_rows FROM parquet_file_metadata(" + file + ")")) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * Hands over the next few thousand rows.
   *
   * @param wanted for each column that is handed over its place in {@link #columns}; empty for one
   *     that the file does not have
   * @return how many rows, 0 at the end
   */
  public int next(List<Optional<Integer>> wanted, Values values) {
    try {
      if (result == null) {
        statement = connection.prepareStatement(select(wanted));
        result = statement.unwrap(DuckDBPreparedStatement.class).query();
      }
      if (!result.nextChunk()) {
        return 0;
      }
      DuckDBDataChunkReader chunk = result.chunk();
      int rows = (int) chunk.rowCount();
      for (int column = 0; column < wanted.size(); column++) {
        var vector = chunk.vector(column);
        var rendering = wanted.get(column).map(renderings::get).orElse(null);
        for (int row = 0; row < rows; row++) {
          String read = vector.getString(row);
          String text = read == null || rendering == null ? read : rendering.text(read);
          values.accept(
              row,
              column,
              text == null ? null : text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
      delivered += rows;
      return rows;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private String select(List<Optional<Integer>> wanted) {
    List<String> texts = new ArrayList<>();
    for (Optional<Integer> column : wanted) {
      texts.add(
          column
                  .map(at -> ParquetText.of(ParquetText.identifier(names.get(at)), types.get(at)))
                  .orElse("CAST(NULL AS VARCHAR)")
              + " AS c"
              + texts.size());
    }
    return "SELECT " + String.join(", ", texts) + " FROM " + source();
  }

  private UserError unreadable(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("encrypted")) {
      return new UserError(
          UserError.Kind.INVALID,
          "The Parquet file " + name + " is encrypted; add it without encryption.",
          e);
    }
    if (message.contains("Out of Memory")) {
      return new UserError(
          UserError.Kind.MACHINE,
          "A row group of the Parquet file " + name + " is too large to be read within 512 MB.",
          e);
    }
    String first = message.strip().lines().findFirst().orElse("it cannot be read");
    return new UserError(
        UserError.Kind.INVALID,
        "The Parquet file "
            + name
            + " is cut off or damaged"
            + (delivered > 0 ? " after row " + delivered : "")
            + "; get it anew. ("
            + first.replace(folder.resolve("rows.parquet").toString(), name)
            + ")",
        e);
  }

  @Override
  public void close() {
    try {
      if (result != null) {
        result.close();
      }
      if (statement != null) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path left : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
