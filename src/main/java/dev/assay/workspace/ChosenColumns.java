package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.Rows;
import dev.assay.model.Suggestion;
import dev.assay.model.UserError;
import java.util.List;

/** Hands on only some columns of a result. */
final class ChosenColumns implements Engine.TextConsumer {
  private final List<String> wished;
  private final Engine.TextConsumer consumer;
  private int[] places;

  ChosenColumns(List<String> wished, Engine.TextConsumer consumer) {
    this.wished = wished;
    this.consumer = consumer;
  }

  @Override
  public void columns(List<Rows.Column> columns) {
    List<String> names = columns.stream().map(Rows.Column::name).toList();
    places = wished.stream().mapToInt(name -> place(name, names)).toArray();
    consumer.columns(java.util.Arrays.stream(places).mapToObj(columns::get).toList());
  }

  private static int place(String name, List<String> names) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw UserError.invalid(
          "There is no column '" + name + "' in the answer." + Suggestion.hint(name, names));
    }
    return place;
  }

  @Override
  public void row(String[] values) {
    String[] chosen = new String[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = values[places[i]];
    }
    consumer.row(chosen);
  }
}
