package dev.assay.source.excel;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * That one part of a workbook uses another.
 *
 * @param type a URI whose last word says as what
 * @param target the other part's path
 */
record Relationship(String type, String target) {
  /** The relationships of a part by their ids; none where it has none. {@code ""} is the whole. */
  static Map<String, Relationship> of(String workbook, Parts parts, String part)
      throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String path = folder + "_rels/" + part.substring(slash) + ".rels";
    Map<String, Relationship> found = new HashMap<>();
    if (!parts.has(path)) {
      return found;
    }
    try (Xml xml = new Xml(workbook, parts.open(path, Parts.SMALL))) {
      while (xml.nextStart()) {
        String target = xml.attribute("Target");
        if (xml.is("Relationship") && target != null && xml.attribute("Type") != null) {
          found.put(
              xml.attribute("Id"),
              new Relationship(xml.attribute("Type"), resolve(folder, target)));
        }
      }
    }
    return found;
  }

  boolean is(String word) {
    return type.endsWith("/" + word);
  }

  private static String resolve(String folder, String target) {
    String path = target.replace('\\', '/');
    if (path.startsWith("/")) {
      return path.substring(1);
    }
    String base = folder;
    while (path.startsWith("../")) {
      path = path.substring(3);
      int slash = base.lastIndexOf('/', base.length() - 2);
      base = base.substring(0, slash + 1);
    }
    return base + (path.startsWith("./") ? path.substring(2) : path);
  }
}
