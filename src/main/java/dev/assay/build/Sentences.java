package dev.assay.build;

import dev.assay.model.Sentence;

/** What is said of builds that cannot be carried out. */
enum Sentences implements Sentence {
  BUILD_UNDER_WAY("A build of '{source}' is under way. Wait for it or cancel it, then try again."),
  BUILD_MISSING("There is no build '{build}'. The history lists them."),
  RECIPE_TO_CHANGE("Change the {layer} recipe of '{source}', then build it again.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
