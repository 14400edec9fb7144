package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipesCliTest extends CliStage {
  @Test
  void keepsARecipeListsItUsesItElsewhereAndForgetsIt() {
    assertThat(run("add", "orders.csv")).isZero();
    assertThat(run("recipes", "save", "orders", "--as", "ours")).isZero();
    assertThat(out).contains("Kept as 'ours'").contains("assay recipes use ours NAME");
    assertThat(run("recipes")).isZero();
    assertThat(out).contains("ours").contains("you");
    int built = workspace.recipes.size();
    assertThat(run("recipes", "use", "ours", "orders", "--preview")).isZero();
    assertThat(out)
        .contains("by another name for it")
        .contains("Not there: column note.")
        .contains("Of 2 rows it rejects 1 (now 0)");
    assertThat(workspace.recipes).hasSize(built);
    assertThat(run("recipes", "use", "ours", "orders")).isZero();
    assertThat(workspace.recipes).hasSize(built + 1);
    assertThat(run("recipes", "remove", "ours")).isZero();
    assertThat(run("recipes", "use", "ours", "orders")).isEqualTo(2);
    assertThat(err).contains("There is no recipe 'ours'");
  }

  @Test
  void whatIsLeftOutIsSaid() {
    assertThat(run("add", "orders.csv")).isZero();
    assertThat(run("recipes", "save")).isEqualTo(2);
    assertThat(err).contains("assay recipes save NAME --as X");
    assertThat(run("recipes", "cook")).isEqualTo(2);
    assertThat(err).contains("list, save NAME --as X, use X NAME or remove X");
  }
}
