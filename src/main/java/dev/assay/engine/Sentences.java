package dev.assay.engine;

import dev.assay.model.Sentence;

/** What is said where the machine is at its limits. */
enum Sentences implements Sentence {
  WAREHOUSE_HELD(
      "Another program holds this workspace's warehouse: {program}. Close it and try" + " again."),
  DISK_FULL("The disk is full. Free some space and run the build again; nothing has changed."),
  MEMORY_FULL(
      "The engine's memory limit was reached. Give it more with ASSAY_MEMORY=4GB, or ask"
          + " for fewer groups.");

  private final String english;

  Sentences(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
