package dev.assay.llm;

import dev.assay.model.Json;

/** What strangers wrote, told to a model so that nothing in it can end its quotation. */
public final class Quotation {
  private Quotation() {}

  /** Data as one JSON document; no angle bracket stands in it. */
  public static String data(Object data) {
    return "<data>\n"
        + Json.write(data).replace("<", "\\u003c").replace(">", "\\u003e")
        + "\n</data>";
  }

  /** A person's own words, between tags of that name. */
  public static String words(String tag, String text) {
    return "<" + tag + ">\n" + text.replace("<", "‹").replace(">", "›") + "\n</" + tag + ">";
  }
}
