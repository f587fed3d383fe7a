package org.chancery.intake.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of unknown origin: no entities but the five of XML, nothing fetched, nothing expanded. */
public final class HardenedXml {
  private static final int DEPTH_LIMIT = 12;
  private static final int FILE_LIMIT = 10_000;

  private final Handler handler;
  private int line = 1;
  private int depth;

  /** Takes what a file holds as it is met; the root's depth is 1. */
  public interface Handler {

    void start(int depth, XMLStreamReader at) throws XMLStreamException;

    void text(int depth, XMLStreamReader at);

    void end(int depth);
  }

  private HardenedXml(Handler handler) {
    this.handler = handler;
  }

  /** The XML files of a folder, by name; none where there is no such folder. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".xml") && Files.isRegularFile(file))
              .limit(FILE_LIMIT + 1)
              .sorted()
              .toList();
      if (found.size() > FILE_LIMIT) {
        throw new FileSystemException(
            folder.toString(), null, "holds more than %d files".formatted(FILE_LIMIT));
      }
      return found;
    }
  }

  /**
   * Reads a file as far as it can be read.
   *
   * @param name of the file, as faults call it
   * @return that the rest is unreadable, and from where on; empty where it was read to its end
   */
  public static Optional<RejectedRecord> read(Path path, String name, Handler handler) {
    HardenedXml walk = new HardenedXml(handler);
    try (Reader text = BoundedInput.open(path)) {
      walk.read(parse(text));
      return Optional.empty();
    } catch (XMLStreamException | IOException broken) {
      String reason = "unreadable from here on: " + Unreadable.reason(broken);
      return Optional.of(RejectedRecord.restOf(name, walk.line, reason));
    }
  }

  private static XMLStreamReader parse(Reader text) throws XMLStreamException {
    // The JDK's own: another one on the class path would not know its limits.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.elementAttributeLimit", "20");
    factory.setProperty("jdk.xml.maxXMLNameLimit", "1000");
    return factory.createXMLStreamReader(text);
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      line = xml.getLocation().getLineNumber();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> handler.text(depth, xml);
        case XMLStreamConstants.END_ELEMENT -> handler.end(depth--);
        case XMLStreamConstants.DTD -> check(false, "a DOCTYPE is not accepted");
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    depth++;
    check(depth <= DEPTH_LIMIT, "elements more than %d deep".formatted(DEPTH_LIMIT));
    handler.start(depth, xml);
  }

  /** Ends the reading where the file is not sound. */
  public static void check(boolean sound, String fault) throws XMLStreamException {
    if (!sound) {
      throw new XMLStreamException(fault);
    }
  }
}
