package dev.assay.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of a recipe over HTTP: looked at first, then made; what hangs on them rebuilds. */
class RecipeChangesTest {
  private static final String ORDERS = "id,price,state\n1,5.00,CA\n2,0.00,Calif.\n3,-1.00,NY\n";

  @TempDir Path folder;

  @Test
  void editsAreLookedAtThenMadeAndTheLayersFollow() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller
          .upload(
              "/api/sources?wait=60",
              "orders.csv",
              ORDERS.getBytes(StandardCharsets.UTF_8),
              Map.of())
          .is(201);
      String silver = "/api/sources/orders/medallion/silver";
      caller.post(silver + "?wait=60", "").is(201);
      String edits =
          """
          {"edits": [{"edit": "treat_as_missing", "column": "price", "tokens": ["0.00"]},
                     {"edit": "validate", "column": "price", "validation": "> 0", "on_violation": "REJECT"},
                     {"edit": "map_values", "column": "state", "values": {"Calif.": "CA"}},
                     {"edit": "rename", "column": "state", "to": "state_code"}]}\
          """;
      assertThat(
              caller.post(silver + "/apply/preview", edits).is(200).text("/columns/2/silver_name"))
          .isEqualTo("state_code");
      assertThat(caller.get(silver + "/rows").is(200).at("/total").asLong()).isEqualTo(3);

      caller.post(silver + "/apply?wait=60", edits).is(201);
      Reply rows = caller.get(silver + "/rows").is(200);
      assertThat(rows.at("/total").asLong()).isEqualTo(2);
      assertThat(rows.at("/columns").findValuesAsText("name").getLast()).isEqualTo("state_code");
      assertThat(rows.rows().get(1).getLast().toString()).isEqualTo("CA");
    }
  }

  @Test
  void beforeSilverIsBuiltAChangeIsKeptForItsFirstBuildAndTheReplySaysSo() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.add("orders.csv", ORDERS);
      String silver = "/api/sources/orders/medallion/silver";
      Reply kept =
          caller
              .post(
                  silver + "/apply?wait=60",
                  """
                  {"edits": [{"edit": "rename", "column": "state", "to": "state_code"}]}\
                  """)
              .is(201);
      assertThat(kept.text("/step"))
          .isEqualTo("the recipe is kept; the next build of Silver goes by it");
      caller.post(silver + "?wait=60", "").is(201);
      assertThat(caller.get(silver + "/rows").at("/columns").findValuesAsText("name"))
          .contains("state_code");
    }
  }

  @Test
  void aProposalGoesWithTheColumnThatItIsAbout() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller.add(
          "people.csv",
          "id,email,phone_email\n1,a@x.com,g@x.com\n2,b@x.com,h@x.com\n3,c@x.com,i@x.com\n");
      String silver = "/api/sources/people/medallion/silver";
      caller.post(silver + "?wait=60", "").is(201);
      String removal = "{\"edits\": [{\"edit\": \"remove_column\", \"column\": \"email\"}]}";
      assertThat(
              caller
                  .post(silver + "/apply/preview", removal)
                  .is(200)
                  .at("/proposals")
                  .findValuesAsText("id"))
          .contains("mask-phone_email")
          .doesNotContain("mask-email");
      caller.post(silver + "/apply?wait=60", removal).is(201);
      assertThat(
              caller
                  .post(silver + "/apply", "{\"proposals\": [\"mask-email\"]}")
                  .is(400)
                  .text("/problems/0/message"))
          .isEqualTo(
              "'mask-email' is about 'email', which the recipe does not have any more. Look for"
                  + " others: assay suggest silver people");
      caller.post(silver + "/apply?wait=60", "{\"proposals\": [\"mask-phone_email\"]}").is(201);
    }
  }

  @Test
  void whatCannotBeMadeIsNamedAtItsPlaceAndNothingChanges() {
    try (House house = House.open(folder)) {
      Caller caller = house.caller;
      caller
          .upload(
              "/api/sources?wait=60",
              "orders.csv",
              ORDERS.getBytes(StandardCharsets.UTF_8),
              Map.of())
          .is(201);
      String silver = "/api/sources/orders/medallion/silver";
      Reply refused =
          caller
              .post(
                  silver + "/apply",
                  """
                  {"edits": [{"edit": "remove_column", "column": "prise"},
                             {"edit": "rename", "column": "id", "to": "state"}]}\
                  """)
              .is(400);
      assertThat(refused.text("/problems/0/pointer")).isEqualTo("/edits/0");
      assertThat(refused.text("/problems/0/message")).contains("Did you mean 'price'?");
      assertThat(refused.text("/problems/1/pointer")).isEqualTo("/edits/1");
      assertThat(
              caller
                  .post(silver + "/apply", "{\"proposals\": [\"mask-email\"]}")
                  .is(400)
                  .text("/problems/0/message"))
          .startsWith("There is no proposal 'mask-email' for orders.");
    }
  }
}
