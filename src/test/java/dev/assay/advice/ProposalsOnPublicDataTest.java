package dev.assay.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Proposal;
import dev.assay.model.SilverRecipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On ordinary tables nothing silly is proposed: of the kinds that values' meanings lead to. */
class ProposalsOnPublicDataTest {
  private static final Set<Proposal.Kind> KINDS =
      EnumSet.of(
          Proposal.Kind.PERSONAL_DATA,
          Proposal.Kind.VALIDATION,
          Proposal.Kind.SPLIT,
          Proposal.Kind.UNIT);

  private final Bronze bronze = new Bronze();

  @AfterEach
  void close() {
    bronze.close();
  }

  private static List<String> proposed(SilverRecipe recipe) {
    return recipe.proposals().stream()
        .filter(proposal -> KINDS.contains(proposal.kind()))
        .map(Proposal::id)
        .toList();
  }

  private List<String> proposed(String resource) {
    return proposed(bronze.landFile(resource, true).suggest());
  }

  @Test
  void ofBeersAndBreweriesNothing() {
    assertThat(proposed("beers/dirty.csv")).isEmpty();
    assertThat(proposed("beers/clean.csv")).isEmpty();
  }

  @Test
  void ofAShopOnlyThatItsCustomersHaveNames() {
    assertThat(proposed("jaffle-shop/raw_customers.csv"))
        .containsExactly("mask-first_name", "mask-last_name");
    assertThat(proposed("jaffle-shop/raw_orders.csv")).isEmpty();
    assertThat(proposed("jaffle-shop/raw_payments.csv")).isEmpty();
  }

  @Test
  void ofAccidentsOnlyThatAgesHaveBounds() {
    assertThat(proposed("column-types/accident2016.csv"))
        .containsExactly("check-age_of_casualty-age");
    assertThat(proposed("column-types/auto.csv")).isEmpty();
  }

  @Test
  void ofFacilitiesNothingSinceTheirAddressesAreNoPersons() {
    assertThat(proposed("column-types/data_gov_10151_1.csv")).isEmpty();
  }

  @Test
  void ofAMusicShopsPeopleAllThatIsPersonal(@TempDir Path folder) throws Exception {
    assertThat(chinook(folder, "Customer"))
        .containsExactly(
            "mask-first_name",
            "mask-last_name",
            "mask-address",
            "mask-phone",
            "mask-fax",
            "mask-email");
    assertThat(chinook(folder, "Employee"))
        .containsExactly(
            "mask-last_name",
            "mask-first_name",
            "mask-birth_date",
            "mask-address",
            "mask-phone",
            "mask-fax",
            "mask-email");
    for (String things : List.of("Invoice", "InvoiceLine", "Track", "Album", "Artist")) {
      assertThat(chinook(folder, things)).as(things).isEmpty();
    }
  }

  private List<String> chinook(Path folder, String table) throws IOException, SQLException {
    Path file = folder.resolve("chinook.sqlite");
    try (InputStream in = getClass().getResourceAsStream("/chinook/Chinook_Sqlite.sqlite")) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT * FROM " + table)) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(result.getMetaData().getColumnName(i));
      }
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.size(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return proposed(bronze.land(columns, rows).suggest());
    }
  }
}
