package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Connection;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a DuckDB file. */
class DuckDbTest extends RelationReaderContract {
  @TempDir static Path folder;

  @Override
  void execute(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Path file() {
    return folder.resolve("test.duckdb");
  }

  @Override
  Login login() {
    if (!Files.exists(file())) {
      try {
        execute();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return Connections.file(Connection.System.DUCKDB, file().toString());
  }

  @Override
  Set<Cannot> cannot() {
    return EnumSet.of(Cannot.REFUSE_A_PASSWORD, Cannot.BE_WRITTEN_MEANWHILE);
  }

  @Override
  Relation.Table table(String name) {
    return new Relation.Table("main", name);
  }

  @Override
  String numbers(int count) {
    return "SELECT i FROM range(1, " + (count + 1) + ") t(i)";
  }

  @Override
  String endless() {
    return "SELECT COUNT(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 0";
  }

  @Override
  List<TypeCase> types() {
    return List.of(
        TypeCase.of("TINYINT", "-128", "-128"),
        TypeCase.of("SMALLINT", "-32768", "-32768"),
        TypeCase.of("INTEGER", "2147483647", "2147483647"),
        TypeCase.of("BIGINT", "-9223372036854775808", "-9223372036854775808"),
        TypeCase.of(
            "HUGEINT",
            "170141183460469231731687303715884105727",
            "170141183460469231731687303715884105727"),
        TypeCase.of("UTINYINT", "255", "255"),
        TypeCase.of("USMALLINT", "65535", "65535"),
        TypeCase.of("UINTEGER", "4294967295", "4294967295"),
        TypeCase.of("UBIGINT", "18446744073709551615", "18446744073709551615"),
        TypeCase.of(
            "UHUGEINT",
            "340282366920938463463374607431768211455",
            "340282366920938463463374607431768211455"),
        TypeCase.of(
            "BIGNUM",
            "'123456789012345678901234567890123456789012345'::BIGNUM",
            "123456789012345678901234567890123456789012345"),
        TypeCase.of("DECIMAL(12,2)", "1.5", "1.50"),
        TypeCase.of(
            "DECIMAL(38,10)",
            "1234567890123456789012345678.0123456789",
            "1234567890123456789012345678.0123456789"),
        TypeCase.of("FLOAT", "0.1", "0.1"),
        TypeCase.of("FLOAT", "'nan'", "NaN"),
        TypeCase.of("DOUBLE", "0.1::DOUBLE + 0.2::DOUBLE", "0.30000000000000004"),
        TypeCase.of("DOUBLE", "'-infinity'", "-Infinity"),
        TypeCase.of("BOOLEAN", "true", "true"),
        TypeCase.of("VARCHAR", "' «ü» 𝄞'", " «ü» 𝄞"),
        TypeCase.of("BLOB", "'\\x00\\xFFa'::BLOB", "00ff61"),
        TypeCase.of("BIT", "'00101'", "00101"),
        TypeCase.of("DATE", "'2024-02-29'", "2024-02-29"),
        TypeCase.of("DATE", "'0044-03-15 (BC)'", "0044-03-15 (BC)"),
        TypeCase.of("DATE", "'infinity'", "infinity"),
        TypeCase.of("TIME", "'23:59:59.000001'", "23:59:59.000001"),
        TypeCase.of("TIME_NS", "'23:59:59.000000001'", "23:59:59.000000001"),
        TypeCase.of("TIME WITH TIME ZONE", "'12:00:00+05:30'", "12:00:00+05:30"),
        TypeCase.of("TIMESTAMP", "'2024-03-31 02:30:00.123456'", "2024-03-31 02:30:00.123456"),
        TypeCase.of("TIMESTAMP_S", "'2024-03-31 02:30:00'", "2024-03-31 02:30:00"),
        TypeCase.of("TIMESTAMP_MS", "'2024-03-31 02:30:00.123'", "2024-03-31 02:30:00.123"),
        TypeCase.of(
            "TIMESTAMP_NS", "'2024-03-31 02:30:00.123456789'", "2024-03-31 02:30:00.123456789"),
        TypeCase.of(
            "TIMESTAMP WITH TIME ZONE",
            "'2024-03-31 02:30:00.1+05:30'",
            "2024-03-30 21:00:00.1+00"),
        TypeCase.of(
            "INTERVAL",
            "INTERVAL '1 year 2 months 3 days 04:05:06.7'",
            "1 year 2 months 3 days 04:05:06.7"),
        TypeCase.of(
            "UUID",
            "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        TypeCase.of("ENUM('sad', 'ok')", "'ok'", "ok"),
        TypeCase.of("JSON", "'{\"a\": 1.50}'", "{\"a\": 1.50}"),
        TypeCase.of("INTEGER[]", "[1, NULL, 3]", "[1,null,3]"),
        TypeCase.of("INTEGER[2]", "[1, 2]", "[1,2]"),
        TypeCase.of("DECIMAL(6,2)[]", "[1.5, 2]", "[1.50,2.00]"),
        TypeCase.of("VARCHAR[][]", "[['a,b', 'q\"q'], [], NULL]", "[[\"a,b\",\"q\\\"q\"],[],null]"),
        TypeCase.of(
            "TIMESTAMP[]", "[TIMESTAMP '2024-03-31 02:30:00.1']", "[\"2024-03-31 02:30:00.1\"]"),
        TypeCase.of("STRUCT(a INTEGER, b VARCHAR)", "{'a': 1, 'b': 'x'}", "{\"a\":1,\"b\":\"x\"}"),
        TypeCase.of("MAP(VARCHAR, DECIMAL(4,2))", "MAP {'k': 1.5}", "{\"k\":1.50}"),
        TypeCase.of("UNION(num INTEGER, str VARCHAR)", "'x'", "x"));
  }

  @Test
  void reachesNothingBeyondItsFile() throws Exception {
    Path other = Files.writeString(folder.resolve("other.csv"), "a\n1\n");
    for (String query :
        List.of(
            "SELECT * FROM read_csv('" + other + "')",
            "SELECT * FROM '" + other + "'",
            "SELECT * FROM glob('/*')")) {
      assertThatThrownBy(() -> rows(new Relation.Query(query)))
          .as(query)
          .isInstanceOf(UserError.class);
    }
  }
}
