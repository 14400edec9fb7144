package dev.assay.source.excel;

import dev.assay.model.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells workbooks from what is packed as they are, and says what to do with the rest. */
final class OtherFiles {
  /** A part, or the folder of all parts, that a kind of file has, and what that kind is called. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("xl/workbook.bin", "a binary workbook (.xlsb)"),
          Map.entry("word/", "a Word document"),
          Map.entry("ppt/", "a PowerPoint presentation"),
          Map.entry("visio/", "a Visio drawing"),
          Map.entry("index/document.iwa", "a document of Apple's iWork"),
          Map.entry("meta-inf/container.xml", "an electronic book (.epub)"),
          Map.entry("meta-inf/manifest.xml", "an OpenDocument file"),
          Map.entry("meta-inf/manifest.mf", "a Java archive"));

  private OtherFiles() {}

  /** The part that lists the sheets. */
  static String mainPart(String name, Parts parts) throws IOException {
    boolean sheets =
        parts.has("xl/workbook.xml") || parts.hasAny("xl/") && !parts.has("xl/workbook.bin");
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      // Word may call its main part word/document2.xml, so that the folder is what tells.
      if (!sheets && parts.hasAny(kind.getKey())) {
        throw refuse(name, kind.getValue());
      }
    }
    for (Relationship relationship : Relationship.of(name, parts, "").values()) {
      if (relationship.is("officeDocument") && parts.has(relationship.target())) {
        return relationship.target();
      }
    }
    if (parts.has("xl/workbook.xml")) {
      return "xl/workbook.xml";
    }
    throw refuse(name, "a ZIP archive without a workbook in it");
  }

  /**
   * What the beginning of a broken archive tells of it, where that is no workbook: names of parts
   * stand there unpacked.
   */
  static Optional<UserError> broken(String name, byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return KINDS.entrySet().stream()
        .filter(kind -> text.contains(kind.getKey()) && !text.contains("xl/workbook.xml"))
        .map(kind -> refuse(name, kind.getValue()))
        .findFirst();
  }

  /** What cannot be landed. */
  static UserError refuse(String name, String kind) {
    return UserError.invalid(
        "The file " + name + " is " + kind + ". Save the table as .xlsx or .csv and add that.");
  }
}
