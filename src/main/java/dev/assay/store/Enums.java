package dev.assay.store;

import java.util.Locale;

/** Constants as they are stored: in lower case. */
final class Enums {
  private Enums() {}

  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E parse(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }
}
