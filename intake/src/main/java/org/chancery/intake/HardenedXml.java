package org.chancery.intake;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of unknown origin: no entities but the five of XML, nothing fetched, nothing expanded. */
final class HardenedXml {
  private HardenedXml() {}

  static XMLStreamReader parse(Reader text) throws XMLStreamException {
    // The JDK's own: another one on the class path would not know its limits.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.elementAttributeLimit", "20");
    factory.setProperty("jdk.xml.maxXMLNameLimit", "1000");
    return factory.createXMLStreamReader(text);
  }
}
