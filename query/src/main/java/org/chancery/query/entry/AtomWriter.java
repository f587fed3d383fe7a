package org.chancery.query.entry;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of Atom (RFC 4287), escaped; what XML 1.0 cannot hold becomes U+FFFD. */
final class AtomWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String REPLACEMENT = "\uFFFD";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  AtomWriter() {
    this.xml = writer(text);
    perform(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.setDefaultNamespace(ATOM);
          xml.writeStartElement(ATOM, "feed");
          xml.writeDefaultNamespace(ATOM);
        });
  }

  private static XMLStreamWriter writer(StringWriter text) {
    try {
      return FACTORY.createXMLStreamWriter(text);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  AtomWriter open(String element) {
    return perform(() -> xml.writeStartElement(ATOM, element));
  }

  AtomWriter close() {
    return perform(xml::writeEndElement);
  }

  AtomWriter text(String element, String value) {
    return open(element).perform(() -> xml.writeCharacters(legal(value))).close();
  }

  AtomWriter category(String term) {
    return perform(
        () -> {
          xml.writeEmptyElement(ATOM, "category");
          xml.writeAttribute("term", legal(term));
        });
  }

  AtomWriter link(String relation, String address, @Nullable String type) {
    return perform(
        () -> {
          xml.writeEmptyElement(ATOM, "link");
          xml.writeAttribute("rel", relation);
          xml.writeAttribute("href", legal(address));
          if (type != null) {
            xml.writeAttribute("type", type);
          }
        });
  }

  /** Ends the feed. */
  String end() {
    perform(xml::writeEndDocument);
    return text.toString();
  }

  private static String legal(String value) {
    if (value.codePoints().allMatch(AtomWriter::isLegal)) {
      return value;
    }
    StringBuilder legal = new StringBuilder();
    value
        .codePoints()
        .forEach(point -> legal.append(isLegal(point) ? Character.toString(point) : REPLACEMENT));
    return legal.toString();
  }

  /** XML 1.0, production 2; the controls of C1 are legal there, and no text needs them. */
  private static boolean isLegal(int point) {
    return Character.isISOControl(point)
        ? point == '\t' || point == '\n' || point == '\r'
        : Character.getType(point) != Character.SURROGATE && point != 0xFFFE && point != 0xFFFF;
  }

  /** A part of the writing. */
  @FunctionalInterface
  private interface Part {
    void write() throws XMLStreamException;
  }

  /** A text in memory takes whatever is written. */
  private AtomWriter perform(Part part) {
    try {
      part.write();
      return this;
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
