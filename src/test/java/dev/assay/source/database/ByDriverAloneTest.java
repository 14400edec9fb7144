package dev.assay.source.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDriver;
import dev.assay.model.Connection;
import dev.assay.model.Connection.Tls;
import dev.assay.model.Format;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.RelationReader.Login;
import dev.assay.source.RelationReader.Since;
import java.nio.file.Path;
import java.sql.DriverPropertyInfo;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import oracle.jdbc.OracleDriver;
import org.junit.jupiter.api.Test;

/** SQL Server and Oracle as far as their drivers alone go: no server of theirs runs here. */
class ByDriverAloneTest {
  private static final Relation TABLE = new Relation.Table("sales", "or]d\"ers");

  @Test
  void sqlServerSelectsWhatLosesNothing() {
    List<Shape> shapes =
        List.of(
            shape("id", "bigint", Types.BIGINT),
            shape("wei]rd", "nvarchar", Types.NVARCHAR),
            shape("at", "datetime2", Types.TIMESTAMP),
            shape("zoned", "datetimeoffset", -155),
            shape("price", "money", Types.DECIMAL),
            shape("any", "sql_variant", -156),
            shape("node", "hierarchyid", Types.VARBINARY),
            shape("raw", "varbinary", Types.VARBINARY));
    assertThat(sql(new SqlServer(), shapes, new Since("zoned", "2024-01-01 00:00:00+00")))
        .isEqualTo(
            "SELECT [id], [wei]]rd], CONVERT(varchar(40), [at], 121) AS [at],"
                + " CONVERT(varchar(40), CONVERT(datetime2, [zoned], 1), 121) + '+00' AS [zoned],"
                + " CONVERT(varchar(40), [price], 2) AS [price],"
                + " CONVERT(nvarchar(max), [any], 121) AS [any], [node].ToString() AS [node],"
                + " [raw] FROM [sales].[or]]d\"ers]"
                + " WHERE [zoned] >= CONVERT(datetimeoffset, ?, 121)");
  }

  @Test
  void oracleSelectsWhatLosesNothing() {
    List<Shape> shapes =
        List.of(
            shape("ID", "number", Types.NUMERIC),
            shape("AT", "date", Types.TIMESTAMP),
            shape("FINE", "timestamp", Types.TIMESTAMP),
            shape("ZONED", "timestamp with time zone", -101),
            shape("SPAN", "interval day to second", -104),
            shape("DOC", "json", 2016),
            shape("TREE", "sys.xmltype", 2009),
            shape("RAW", "raw", Types.VARBINARY));
    assertThat(sql(new Oracle(), shapes, new Since("AT", "2024-01-01 00:00:00")))
        .isEqualTo(
            "SELECT \"ID\", TRIM(TO_CHAR(\"AT\", 'SYYYY-MM-DD HH24:MI:SS')) AS \"AT\","
                + " TRIM(TO_CHAR(\"FINE\", 'SYYYY-MM-DD HH24:MI:SS.FF9')) AS \"FINE\","
                + " TRIM(TO_CHAR(SYS_EXTRACT_UTC(\"ZONED\"), 'SYYYY-MM-DD HH24:MI:SS.FF9'))"
                + " || '+00' AS \"ZONED\", TO_CHAR(\"SPAN\") AS \"SPAN\","
                + " JSON_SERIALIZE(\"DOC\" RETURNING CLOB) AS \"DOC\","
                + " XMLSERIALIZE(CONTENT \"TREE\" AS CLOB) AS \"TREE\", \"RAW\""
                + " FROM \"sales\".\"or]d\"\"ers\""
                + " WHERE \"AT\" >= TO_DATE(?, 'SYYYY-MM-DD HH24:MI:SS')");
  }

  @Test
  void typesAreReadByWhatTheyAre() {
    SqlServer sqlServer = new SqlServer();
    assertThat(sqlServer.cell(shape("a", "bit", Types.BIT))).isSameAs(Cell.BOOLEAN);
    assertThat(sqlServer.cell(shape("a", "real", Types.REAL))).isSameAs(Cell.FLOAT);
    assertThat(sqlServer.cell(shape("a", "float", Types.DOUBLE))).isSameAs(Cell.DOUBLE);
    assertThat(sqlServer.cell(shape("a", "decimal", Types.DECIMAL))).isSameAs(Cell.DECIMAL);
    assertThat(sqlServer.cell(shape("a", "geometry", -157))).isSameAs(Cell.HEX);
    assertThat(sqlServer.cell(shape("a", "timestamp", Types.BINARY))).isSameAs(Cell.HEX);
    assertThat(sqlServer.cell(shape("a", "uniqueidentifier", Types.CHAR))).isSameAs(Cell.TEXT);
    Oracle oracle = new Oracle();
    assertThat(oracle.cell(shape("a", "binary_float", 100))).isSameAs(Cell.FLOAT);
    assertThat(oracle.cell(shape("a", "blob", Types.BLOB))).isSameAs(Cell.HEX);
    assertThat(oracle.cell(shape("a", "clob", Types.CLOB))).isSameAs(Cell.TEXT);
    assertThat(oracle.type(new Shape("a", "NUMBER", "number", Types.NUMERIC, 12, 2)))
        .isEqualTo("NUMBER(12,2)");
    assertThat(oracle.type(new Shape("a", "NUMBER", "number", Types.NUMERIC, 0, -127)))
        .isEqualTo("NUMBER");
  }

  @Test
  void sqlServersDriverTakesTheOptions() throws Exception {
    Login login =
        Connections.server(
            Connection.System.SQLSERVER, 1, "shop", "sa", "s3cret-Pa55", Tls.REQUIRE);
    Address address = new SqlServer().address(login);
    DriverPropertyInfo[] taken =
        new SQLServerDriver().getPropertyInfo(address.url(), address.options());
    // The driver hides the password from whoever asks for its options.
    for (String name : address.options().stringPropertyNames()) {
      if (name.equals("password")) {
        continue;
      }
      assertThat(
              Arrays.stream(taken).filter(info -> info.name.equals(name)).map(info -> info.value))
          .as(name)
          .allMatch(value -> value.equalsIgnoreCase(address.options().getProperty(name)));
    }
    assertThat(Arrays.stream(taken).map(info -> info.name))
        .contains("encrypt", "trustServerCertificate", "applicationIntent", "serverName");
    saysThatNothingAnswers(login);
  }

  @Test
  void oraclesDriverTakesTheAddress() throws Exception {
    Login login =
        Connections.server(
            Connection.System.ORACLE, 1, "FREEPDB1", "shop", "s3cret-Pa55", Tls.DISABLE);
    assertThat(new OracleDriver().acceptsURL(new Oracle().address(login).url())).isTrue();
    saysThatNothingAnswers(login);
  }

  @Test
  void aBatchOfSqlServerCannotWrite() {
    SqlServer sqlServer = new SqlServer();
    for (String attack :
        List.of(
            "SELECT 1 DROP TABLE x",
            "SELECT 1 COMMIT",
            "SELECT * INTO y FROM x",
            "WITH a AS (SELECT 1 AS i) DELETE FROM x",
            "SELECT 1 EXEC xp_cmdshell 'x'",
            "EXEC x",
            "SELECT '\\' UPDATE x SET a = '1'")) {
      assertThatThrownBy(() -> sqlServer.all(new Relation.Query(attack)))
          .as(attack)
          .isInstanceOf(UserError.class);
    }
    String harmless = "SELECT 'drop it; or [update] it' AS text, [set] FROM x -- harmless";
    assertThatThrownBy(() -> sqlServer.all(new Relation.Query(harmless + "; DROP TABLE x")))
        .isInstanceOf(UserError.class);
    assertThat(sqlServer.all(new Relation.Query("SELECT 'drop; it' AS text FROM x;")))
        .isEqualTo("SELECT 'drop; it' AS text FROM x");
  }

  private static void saysThatNothingAnswers(Login login) {
    var reader = Databases.readers(Path.of("none")).get(login.connection().system());
    assertThatThrownBy(() -> reader.test(login))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Nothing answers at")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret-Pa55"));
  }

  private static Shape shape(String name, String type, int jdbcType) {
    return new Shape(name, type, type, jdbcType, 0, 0);
  }

  private static String sql(Vendor vendor, List<Shape> shapes, Since since) {
    Landing landing =
        new Landing(
            new Format.DatabaseRows(), ColumnNames.of(shapes.stream().map(Shape::name).toList()));
    return Selection.of(vendor, TABLE, landing, shapes, Optional.of(since)).sql();
  }
}
