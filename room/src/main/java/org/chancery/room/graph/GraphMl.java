package org.chancery.room.graph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes GraphML (http://graphml.graphdrawing.org), by the JDK's writer, which escapes.
 *
 * @param on the day in the world
 * @param position up to which the ledger's knowledge was used
 */
record GraphMl(String on, long position) {
  static final String SOURCE = "source";
  static final String TARGET = "target";
  private static final String SPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String NO_XML =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";
  private static final List<String> OF_EDGES =
      List.of("status", "diplomaticRelations", "representation", "lastContact", "entries");

  /**
   * A graph.
   *
   * @param names of the nodes, by their ids
   * @param pairs the edges: their two ends and what is said of them, by name
   */
  byte[] of(Map<String, String> names, List<Map<String, String>> pairs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("graphml");
      xml.writeDefaultNamespace(SPACE);
      key(xml, "on", "graph");
      key(xml, "position", "graph");
      key(xml, "name", "node");
      for (String each : OF_EDGES) {
        key(xml, each, "edge");
      }
      xml.writeStartElement("graph");
      xml.writeAttribute("id", "relationships");
      xml.writeAttribute("edgedefault", "undirected");
      data(xml, "on", on);
      data(xml, "position", Long.toString(position));
      nodes(xml, names);
      edges(xml, pairs);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return out.toByteArray();
  }

  private static void nodes(XMLStreamWriter xml, Map<String, String> names)
      throws XMLStreamException {
    for (Map.Entry<String, String> each : names.entrySet()) {
      xml.writeStartElement("node");
      xml.writeAttribute("id", each.getKey());
      data(xml, "name", each.getValue());
      xml.writeEndElement();
    }
  }

  private static void edges(XMLStreamWriter xml, List<Map<String, String>> pairs)
      throws XMLStreamException {
    for (Map<String, String> pair : pairs) {
      xml.writeStartElement("edge");
      for (String end : List.of(SOURCE, TARGET)) {
        xml.writeAttribute(end, pair.getOrDefault(end, ""));
      }
      for (String each : OF_EDGES) {
        data(xml, each, pair.getOrDefault(each, ""));
      }
      xml.writeEndElement();
    }
  }

  private static void key(XMLStreamWriter xml, String name, String of) throws XMLStreamException {
    xml.writeEmptyElement("key");
    xml.writeAttribute("id", name);
    xml.writeAttribute("for", of);
    xml.writeAttribute("attr.name", name);
    xml.writeAttribute("attr.type", "string");
  }

  /** What is not on record is left out. */
  private static void data(XMLStreamWriter xml, String key, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", key);
      xml.writeCharacters(value.replaceAll(NO_XML, "\uFFFD"));
      xml.writeEndElement();
    }
  }
}
