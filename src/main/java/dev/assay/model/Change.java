package dev.assay.model;

import java.util.List;

/** One change to what readers see, part of a publication. */
public sealed interface Change {
  /** The tables that readers see changed, empty where they see none. */
  List<String> touched();

  /** A staged table takes a name; what had it is gone. */
  record Swap(String staged, String published) implements Change {
    @Override
    public List<String> touched() {
      return List.of(published);
    }
  }

  /** What has a name, if anything, goes on under another. */
  record Retire(String published, String history) implements Change {
    @Override
    public List<String> touched() {
      return List.of();
    }
  }

  /** Columns come to a table, or go from it. */
  record Reshape(String published, List<String> added, List<String> removed) implements Change {
    public Reshape {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }

    @Override
    public List<String> touched() {
      return List.of(published);
    }
  }

  /** The rows of another table come to it, column by column of the same name. */
  record Append(String from, String published) implements Change {
    @Override
    public List<String> touched() {
      return List.of(published);
    }
  }

  /** Rows go that another table names by their identity. */
  record Subtract(String identities, String published) implements Change {
    @Override
    public List<String> touched() {
      return List.of(published);
    }
  }

  /** All rows of some loads go. */
  record Discard(String published, List<Long> loads) implements Change {
    public Discard {
      loads = List.copyOf(loads);
    }

    @Override
    public List<String> touched() {
      return List.of(published);
    }
  }

  /** A table that nobody needs any more goes. */
  record Drop(String table) implements Change {
    @Override
    public List<String> touched() {
      return List.of();
    }
  }
}
