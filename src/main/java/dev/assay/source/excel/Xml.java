package dev.assay.source.excel;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook, tag by tag. A document type, and with it every entity of its own, is
 * refused: no workbook has one.
 */
final class Xml implements AutoCloseable {
  private static final int DEEPEST = 256;
  private static final XMLInputFactory FACTORY = factory();

  private final String workbook;
  private final PartStream stream;
  private final XMLStreamReader reader;
  private int depth;

  Xml(String workbook, PartStream stream) throws IOException {
    this.workbook = workbook;
    this.stream = stream;
    try {
      this.reader = FACTORY.createXMLStreamReader(stream);
    } catch (XMLStreamException e) {
      stream.close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Goes on; false at the end. */
  private int step() throws IOException {
    try {
      int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw Damage.of(workbook, "it declares or uses entities, which no workbook does");
        default -> {
          // Text and the like change no depth.
        }
      }
      if (depth > DEEPEST) {
        throw Damage.of(workbook, "its tags are nested too deeply");
      }
      return event;
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Goes to the next tag that opens; false where there is none. */
  boolean nextStart() throws IOException {
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        stream.finish();
        return false;
      }
    }
  }

  /** Goes to the next tag that opens inside the one at {@code outer}; false where that closes. */
  boolean nextWithin(int outer) throws IOException {
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && depth < outer) {
        return false;
      }
      if (event == XMLStreamConstants.END_DOCUMENT) {
        throw new IOException("it ends in the middle of " + workbook);
      }
    }
  }

  /** How many tags are open. */
  int depth() {
    return depth;
  }

  /** The open tag's name without its prefix. */
  String name() {
    return reader.getLocalName();
  }

  boolean is(String name) {
    return reader.getLocalName().equals(name);
  }

  /** An attribute by its name without its prefix, or null. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** As {@link #attribute}, as a whole number, or {@code otherwise} where there is none. */
  int number(String name, int otherwise) {
    String text = attribute(name);
    return text == null ? otherwise : Integer.parseInt(text.strip());
  }

  /** Whether an attribute is set that is off when it is left out. */
  boolean flag(String name) {
    String text = attribute(name);
    return text != null && (text.equals("1") || text.equalsIgnoreCase("true"));
  }

  /** How many attributes the open tag has, for those who read many. */
  int attributes() {
    return reader.getAttributeCount();
  }

  String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  String attributeValue(int index) {
    return reader.getAttributeValue(index);
  }

  /** Appends the open tag's own text and goes to where it closes. */
  void text(CellText into) throws IOException {
    int outer = depth;
    while (true) {
      int event = step();
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            into.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth < outer) {
            return;
          }
        }
        case XMLStreamConstants.END_DOCUMENT ->
            throw new IOException("it ends in the middle of a text");
        default -> {
          // A tag within a text has nothing to say here.
        }
      }
    }
  }

  /** Appends what is read of a text with runs in it, without its phonetic guide. */
  void richText(CellText into) throws IOException {
    int outer = depth;
    int guide = 0;
    while (nextWithin(outer)) {
      if (guide > 0 && depth > guide) {
        continue;
      }
      guide = is("rPh") ? depth : 0;
      if (guide == 0 && is("t")) {
        text(into);
      }
    }
  }

  PartStream stream() {
    return stream;
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      stream.close();
    }
  }
}
