package dev.assay.source.excel;

import dev.assay.model.UserError;
import java.io.IOException;
import java.util.Map;

/** Tells workbooks from what is packed as they are, and says what to do with the rest. */
final class OtherFiles {
  /** A part that a kind of file has, and what that kind is called. */
  private static final Map<String, String> KINDS =
      Map.of(
          "xl/workbook.bin", "a binary workbook (.xlsb)",
          "word/document.xml", "a text of Word",
          "ppt/presentation.xml", "a presentation of PowerPoint",
          "Index/Document.iwa", "a document of Apple's iWork",
          "META-INF/manifest.xml", "an OpenDocument file",
          "META-INF/MANIFEST.MF", "a Java archive");

  private OtherFiles() {}

  /** The part that lists the sheets. */
  static String mainPart(String name, Parts parts) throws IOException {
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      if (parts.has(kind.getKey()) && !parts.has("xl/workbook.xml")) {
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

  /** What cannot be landed. */
  static UserError refuse(String name, String kind) {
    return UserError.invalid(
        "The file " + name + " is " + kind + ". Save the table as .xlsx or .csv and add that.");
  }
}
