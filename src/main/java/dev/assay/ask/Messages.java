package dev.assay.ask;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The sentences of answers, by language. */
final class Messages {
  private static final Map<Language, Map<String, String>> TEXTS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      Map<String, String> texts = new HashMap<>();
      for (String line : TextResource.lines("/ask/messages/" + language.code() + ".txt")) {
        int sign = line.indexOf(" = ");
        texts.put(line.substring(0, sign).strip(), line.substring(sign + 3));
      }
      TEXTS.put(language, texts);
    }
  }

  private Messages() {}

  /** The text of a key, with {@code {0}}, {@code {1}} … replaced. */
  static String say(Language language, String key, Object... values) {
    String text = TEXTS.get(language).get(key);
    if (text == null) {
      text = TEXTS.get(Language.ENGLISH).get(key);
    }
    if (text == null) {
      throw new IllegalStateException("There is no message '" + key + "'.");
    }
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean hole = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
      if (hole) {
        filled.append(values[text.charAt(i + 1) - '0']);
        i += 2;
      } else {
        filled.append(text.charAt(i));
      }
    }
    return filled.toString();
  }
}
