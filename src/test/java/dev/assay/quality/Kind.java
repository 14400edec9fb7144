package dev.assay.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way in which columns are written; makes any number of different columns of it, always the
 * same ones.
 *
 * @param name what is written how
 * @param type what its columns are
 * @param headers names that its columns have in turn
 * @param writer makes the values of a column
 * @param ambiguous whether the cells of a column leave open what they mean
 * @param missing words for a missing value, of which a column uses at most one; a cell that is null
 *     or empty may be missing in any
 * @param dirt what stands in up to 2 % of the cells of some columns and is no value
 */
public record Kind(
    String name,
    TrueType type,
    List<String> headers,
    Writer writer,
    Predicate<List<Cell>> ambiguous,
    List<String> missing,
    List<String> dirt) {
  private static final int[] SIZES = {20, 40, 90, 200, 60, 400, 30, 1_000, 150, 2_500, 25, 5_000};

  /** Makes the values of columns. */
  @FunctionalInterface
  public interface Writer {
    /** Begins a column: what is chosen here holds for all of its cells. */
    Supplier<Cell> begin(Random random);
  }

  /** A kind whose cells are never open, missing or dirty. */
  public static Kind of(String name, TrueType type, List<String> headers, Writer writer) {
    return new Kind(name, type, headers, writer, _ -> false, List.of(), List.of());
  }

  public Kind withMissing(String... words) {
    return new Kind(name, type, headers, writer, ambiguous, List.of(words), dirt);
  }

  public Kind withDirt(String... texts) {
    return new Kind(name, type, headers, writer, ambiguous, missing, List.of(texts));
  }

  public Kind ambiguousWhere(Predicate<List<Cell>> open) {
    return new Kind(name, type, headers, writer, open, missing, dirt);
  }

  /** So many columns, each a file of its own. */
  public Stream<GeneratedTable> tables(int count) {
    return columns(count).map(GeneratedTable::alone);
  }

  public Stream<GeneratedColumn> columns(int count) {
    return IntStream.range(0, count).mapToObj(this::column);
  }

  private GeneratedColumn column(int number) {
    // Every kind meets other sizes, so that none of them has only small columns.
    int turn = Math.floorMod(number + name.hashCode(), SIZES.length);
    return column(number, SIZES[turn]);
  }

  /** The column of a number, with so many rows. */
  public GeneratedColumn column(int number, int rows) {
    Random random = new Random(name.hashCode() * 31L + number);
    Supplier<Cell> values = writer.begin(random);
    String word =
        missing.isEmpty() || number % 3 == 0 ? null : missing.get(number % missing.size());
    double missingShare = number % 2 == 0 ? 0 : random.nextDouble() * 0.1;
    // Where rows are few, one slip is a large share.
    int dirty = dirt.isEmpty() || number % 4 != 3 ? 0 : (int) (rows * random.nextDouble() * 0.018);
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      boolean gone = random.nextDouble() < missingShare;
      cells.add(gone ? Cell.missing(random.nextInt(4) == 0 ? null : word) : values.get());
    }
    for (int i = 0; i < dirty; i++) {
      cells.set(random.nextInt(rows), Cell.dirt(dirt.get(random.nextInt(dirt.size()))));
    }
    String header = headers.get(number % headers.size());
    return new GeneratedColumn(name, header, type, ambiguous.test(cells), cells);
  }
}
