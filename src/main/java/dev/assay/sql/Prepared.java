package dev.assay.sql;

import java.util.List;

/**
 * A SELECT and what stands for its question marks.
 *
 * @param parameters in the order of the text
 */
public record Prepared(String text, List<Object> parameters) {
  public Prepared {
    parameters = List.copyOf(parameters);
  }
}
