package dev.assay.bronze;

import static dev.assay.bronze.LandingFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.assay.model.Format;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files, written by an engine of their own, land with every value as text, exactly. */
class ParquetLandingTest {
  @TempDir Path folder;
  private LandingFixture bronze;
  private Path file;

  @BeforeEach
  void open() {
    bronze = new LandingFixture(folder);
    file = folder.resolve("data.csv");
  }

  @AfterEach
  void close() {
    bronze.close();
  }

  private void write(String select) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
  }

  /** An expression, the type that the file then has, and the text that must land. */
  private record Value(String expression, String type, String text) {}

  private static final List<Value> VALUES =
      List.of(
          new Value("true", "BOOLEAN", "true"),
          new Value("(-128)::TINYINT", "TINYINT", "-128"),
          new Value("(-32768)::SMALLINT", "SMALLINT", "-32768"),
          new Value("(-2147483648)::INTEGER", "INTEGER", "-2147483648"),
          new Value("(-9223372036854775808)::BIGINT", "BIGINT", "-9223372036854775808"),
          new Value("255::UTINYINT", "UTINYINT", "255"),
          new Value("65535::USMALLINT", "USMALLINT", "65535"),
          new Value("4294967295::UINTEGER", "UINTEGER", "4294967295"),
          new Value("18446744073709551615::UBIGINT", "UBIGINT", "18446744073709551615"),
          new Value("1.50::DECIMAL(4,2)", "DECIMAL(4,2)", "1.50"),
          new Value("0.10::DECIMAL(18,10)", "DECIMAL(18,10)", "0.1000000000"),
          new Value(
              "(-12345678901234567890123456789012345.678)::DECIMAL(38,3)",
              "DECIMAL(38,3)",
              "-12345678901234567890123456789012345.678"),
          new Value("'0.1'::FLOAT", "FLOAT", "0.1"),
          new Value("'0.30000000000000004'::DOUBLE", "DOUBLE", "0.30000000000000004"),
          new Value("'NaN'::DOUBLE", "DOUBLE", "nan"),
          new Value("'-Infinity'::FLOAT", "FLOAT", "-inf"),
          new Value("'5e-324'::DOUBLE", "DOUBLE", "5e-324"),
          new Value("''", "VARCHAR", ""),
          new Value("' 00123 🦆'", "VARCHAR", " 00123 🦆"),
          new Value("'\\x00\\xFFab'::BLOB", "BLOB", "00ff6162"),
          new Value("''::BLOB", "BLOB", ""),
          new Value("'2024-02-29'::DATE", "DATE", "2024-02-29"),
          new Value("'0044-03-15 (BC)'::DATE", "DATE", "0044-03-15 (BC)"),
          new Value("'23:59:59.123456'::TIME", "TIME", "23:59:59.123456"),
          new Value(
              "'2024-01-02 03:04:05.000006'::TIMESTAMP", "TIMESTAMP", "2024-01-02 03:04:05.000006"),
          new Value("'2024-01-02 03:04:05'::TIMESTAMP_S", "TIMESTAMP", "2024-01-02 03:04:05"),
          new Value(
              "'2024-01-02 03:04:05.006'::TIMESTAMP_MS", "TIMESTAMP", "2024-01-02 03:04:05.006"),
          new Value(
              "'2024-01-02 03:04:05.123456789'::TIMESTAMP_NS",
              "TIMESTAMP_NS",
              "2024-01-02 03:04:05.123456789"),
          new Value(
              "'2024-01-02 03:04:05.5+05:30'::TIMESTAMPTZ",
              "TIMESTAMP WITH TIME ZONE",
              "2024-01-01 21:34:05.5+00"),
          new Value(
              "'00112233-4455-6677-8899-aabbccddeeff'::UUID",
              "UUID",
              "00112233-4455-6677-8899-aabbccddeeff"),
          new Value(
              "INTERVAL '14 months 3 days 04:05:06.789'",
              "INTERVAL",
              "1 year 2 months 3 days 04:05:06.789"),
          new Value("'b'::ENUM('a', 'b')", "VARCHAR", "b"),
          new Value("'{\"a\": 1.50}'::JSON", "JSON", "{\"a\": 1.50}"),
          new Value("[1, NULL, 3]", "INTEGER[]", "[1,null,3]"),
          new Value("[]::INTEGER[]", "INTEGER[]", "[]"),
          new Value("[[1.50], NULL, []]::DECIMAL(9,2)[][]", "DECIMAL(9,2)[][]", "[[1.50],null,[]]"),
          new Value(
              "{'a b': 'x\"y', 'c,)': [true, NULL], 'd\"': {'e': 'NaN'::DOUBLE, 'f': 0.1::DOUBLE}}",
              "STRUCT(\"a b\" VARCHAR, \"c,)\" BOOLEAN[], \"d\"\"\" STRUCT(e DOUBLE, f DOUBLE))",
              "{\"a b\":\"x\\\"y\",\"c,)\":[true,null],\"d\\\"\":{\"e\":\"nan\",\"f\":0.1}}"),
          new Value(
              "MAP {'k': 9007199254740993, 'l': NULL}",
              "MAP(VARCHAR, BIGINT)",
              "[{\"key\":\"k\",\"value\":9007199254740993},{\"key\":\"l\",\"value\":null}]"),
          new Value(
              "[{'t': '2024-01-02'::DATE, 'b': '\\xAB'::BLOB}]",
              "STRUCT(t DATE, b BLOB)[]",
              "[{\"t\":\"2024-01-02\",\"b\":\"ab\"}]"));

  @Test
  void everyTypeLandsAsTextWithoutLoss() throws Exception {
    List<String> values = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < VALUES.size(); i++) {
      values.add(VALUES.get(i).expression() + " AS c" + i);
      missing.add("NULL");
    }
    write(
        "SELECT " + String.join(", ", values) + " UNION ALL SELECT " + String.join(", ", missing));
    Landed landed = bronze.land(file);

    assertThat(bronze.landing.format()).isEqualTo(new Format.Parquet());
    assertThat(bronze.landing.columns().stream().map(Landing.Column::type))
        .containsExactlyElementsOf(VALUES.stream().map(Value::type).toList());
    assertThat(bronze.cells().getFirst())
        .containsExactlyElementsOf(VALUES.stream().map(Value::text).toList());
    assertThat(bronze.cells().getLast()).containsOnlyNulls();
    assertThat(landed.rowsLanded()).isEqualTo(2);
  }

  /** What Arrow writes, in other ways than our own engine would. */
  @Test
  void whatOtherProgramsWriteLandsWithoutLoss() throws Exception {
    bronze.land(resource("types.parquet"));
    Map<String, String> landed = new LinkedHashMap<>();
    for (int i = 0; i < bronze.names().size(); i++) {
      Landing.Column column = bronze.landing.columns().get(i);
      landed.put(
          column.name() + " " + column.type(),
          bronze.cells().get(0).get(i) + " | " + bronze.cells().get(1).get(i));
    }
    assertThat(landed)
        .containsExactly(
            entry("dec32 DECIMAL(9,2)", "1.50 | -0.01"),
            entry("dec64 DECIMAL(18,4)", "12345678901234.5678 | 0.0000"),
            entry(
                "dec38 DECIMAL(38,10)", "1234567890123456789012345678.0123456789 | -1.0000000000"),
            entry(
                "dec256 DECIMAL(50,2)", "123456789012345678901234567890123456789012345.67 | -0.01"),
            entry("ms TIMESTAMP", "2024-01-02 03:04:05.006 | 1900-01-01 00:00:00"),
            entry(
                "us_zone TIMESTAMP WITH TIME ZONE",
                "2024-07-01 12:00:00.000001+00 | 1969-12-31 23:59:59.999999+00"),
            entry(
                "ns TIMESTAMP_NS", "2024-01-02 03:04:05.123456789 | 1969-12-31 23:59:59.999999999"),
            entry(
                "ns_zone TIMESTAMPTZ_NS",
                "2024-01-02 03:04:05.123456789+00 | 1969-12-31 23:59:59.999999999+00"),
            entry("time_ms TIME", "23:59:59.999 | 00:00:00"),
            entry("time_ns TIME_NS", "23:59:59.999999999 | 00:00:00.000000001"),
            entry("date DATE", "2024-02-29 | 0001-01-01"),
            entry("half FLOAT", "1.5 | 0.099975586"),
            entry("fixed BLOB", "00ff0102 | 61626364"),
            entry(
                "uuid UUID",
                "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 | 00000000-0000-0000-0000-000000000000"),
            entry(
                "list STRUCT(a INTEGER, b VARCHAR)[]",
                "[{\"a\":1,\"b\":\"x\"},null,{\"a\":null,\"b\":\"\"}] | []"),
            entry(
                "map MAP(INTEGER, VARCHAR[])",
                "[{\"key\":1,\"value\":[\"x\",null]},{\"key\":2,\"value\":null}] | []"),
            entry(
                "struct STRUCT(a STRUCT(b DECIMAL(6,3)))", "{\"a\":{\"b\":1.500}} | {\"a\":null}"),
            entry("large VARCHAR", "xxxxxxxxxx | "),
            entry("dict VARCHAR", "ok | sad"),
            entry("u64 UBIGINT", "18446744073709551615 | 0"),
            entry("nothing \"NULL\"", "null | null"),
            entry("Large_2 BIGINT", "1 | 2"));
    assertThat(bronze.cells().get(2)).containsOnlyNulls();
  }

  @Test
  void momentsOfNinetySixBitsKeepTheirNanoseconds() throws Exception {
    bronze.land(resource("int96.parquet"));
    assertThat(bronze.landing.columns())
        .extracting(Landing.Column::type)
        .containsExactly("TIMESTAMP_NS", "DECIMAL(9,2)", "BIGINT[]");
    assertThat(bronze.cells())
        .containsExactly(
            row("2024-01-02 03:04:05.123456789", "1.50", "[1,2]"),
            row("1969-12-31 23:59:59.999999999", "-1.00", "[]"),
            row(null, null, null));
  }

  private static Path resource(String name) throws Exception {
    return Path.of(ParquetLandingTest.class.getResource("/parquet/" + name).toURI());
  }

  @Test
  void manyRowsLandInTheirOrder() throws Exception {
    write(
        "SELECT i AS id, CASE WHEN i % 3 = 0 THEN NULL ELSE 'x' || i END AS v FROM range(300000) t(i)");
    Landed landed = bronze.land(file);
    assertThat(landed.rowsLanded()).isEqualTo(300_000);
    assertThat(
            bronze
                .engine
                .query(
                    "SELECT count(*) FROM bronze WHERE CAST(id AS BIGINT) + 1 <> _row_no"
                        + " OR v IS DISTINCT FROM CASE WHEN id::BIGINT % 3 = 0 THEN NULL ELSE 'x' || id END")
                .rows())
        .containsExactly(row(0L));
  }

  @Test
  void aFileWithoutRowsIsAnEmptyTable() throws Exception {
    write("SELECT 1 AS a, 'x' AS \" B \" WHERE false");
    bronze.land(file);
    assertThat(bronze.names()).containsExactly("a", " B ");
    assertThat(bronze.cells()).isEmpty();
  }

  @Test
  void aThousandColumnsLand() throws Exception {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      columns.add(i + " AS c" + i);
    }
    write("SELECT " + String.join(", ", columns) + " FROM range(3)");
    bronze.land(file);
    assertThat(bronze.cells()).hasSize(3);
    assertThat(bronze.cells().getFirst()).hasSize(1_000).startsWith("0").endsWith("999");
  }

  @Test
  void aDamagedFileIsRefusedInASentenceThatNamesIt() throws Exception {
    write("SELECT i, md5(i::VARCHAR) AS m FROM range(20000) t(i)");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int length : List.of(4, 11, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> bronze.land(file))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("data.csv")
          .hasMessageContaining("cut off or damaged")
          .hasMessageNotContaining(folder.toString());
    }
    for (int i = 0; i < 20; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 200; j++) {
        damaged[4 + random.nextInt(whole.length - 4)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      // Whatever is wrong inside, it is said in a sentence or what lands balances; nothing hangs.
      try {
        assertThat(bronze.land(file).balances()).isTrue();
      } catch (UserError e) {
        assertThat(e).hasMessageContaining("data.csv").hasMessageNotContaining(folder.toString());
      }
    }
  }
}
