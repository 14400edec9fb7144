package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelationshipsCliTest extends CliStage {
  @Test
  void listsConfirmsRejectsForgetsAndAdds() {
    assertThat(run("add", "orders.csv")).as(err).isZero();
    assertThat(run("relationships")).as(err).isZero();
    assertThat(out)
        .contains("orders.customer_id=customers.id")
        .contains("proposed (98 % sure), many to one")
        .contains(
            "Not found: 4711. 3 rows of orders have no value. 1 row of customers is never named.")
        .contains("assay relationships --confirm a1b2c3d4e5");
    assertThat(run("relationships", "--confirm", "orders.customer_id=customers.id"))
        .as(err)
        .isZero();
    assertThat(out).contains("confirmed").contains("assay suggest gold --across");
    assertThat(run("relationships", "--reject", "a1b2c3d4e5")).as(err).isZero();
    assertThat(run("relationships")).as(err).isZero();
    assertThat(out).contains("No two sources seem to belong together");
    assertThat(run("relationships", "--forget", "a1b2c3d4e5")).as(err).isZero();
    assertThat(run("relationships", "--add", "orders.customer_id = customers.id")).as(err).isZero();
    assertThat(out).contains("confirmed");
    assertThat(run("relationships", "--json")).as(err).isZero();
    assertThat(out).contains("\"orphan_examples\"");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(run("add", "orders.csv")).as(err).isZero();
    assertThat(run("relationships", "--add", "orders-customers")).isEqualTo(2);
    assertThat(err).contains("Write it as orders.customer_id=customers.id");
    assertThat(run("relationships", "--add", "a.status=b.status")).isEqualTo(2);
    assertThat(err).contains("Rows of both sides share values");
    assertThat(run("relationships", "--add", "a.status=b.status", "--many")).as(err).isZero();
    assertThat(run("relationships", "--confirm", "x", "--reject", "y")).isEqualTo(2);
    assertThat(err).contains("one of --confirm, --reject, --forget and --add at a time");
    assertThat(run("relationships", "--confirm", "nothing")).isEqualTo(2);
    assertThat(run("suggest", "gold")).isEqualTo(2);
    assertThat(err).contains("suggest gold --across");
  }

  @Test
  void goldAcrossIsSuggestedAndBuiltWithoutNamingASource() {
    assertThat(run("add", "orders.csv")).as(err).isZero();
    assertThat(run("suggest", "gold", "--across", "-o", "gold.json")).as(err).isZero();
    assertThat(out).contains("assay build gold --recipe gold.json");
    assertThat(run("build", "gold", "--recipe", "gold.json", "--preview")).as(err).isZero();
    assertThat(run("build", "gold", "--recipe", "gold.json")).as(err).isZero();
    assertThat(run("build", "silver")).isEqualTo(2);
    assertThat(err).contains("Name a source");
  }
}
