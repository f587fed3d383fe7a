package org.chancery.command.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/**
 * The legs of one file, as far as it can be read: legs before a broken point stand.
 *
 * @param isComplete false where the file broke off
 * @param isSound false where anything in it could not be read
 */
record LegFile(List<Leg> legs, boolean isComplete, boolean isSound) {

  static LegFile read(Path path, String name, Consumer<? super Malformed> faults) {
    List<Leg> legs = new ArrayList<>();
    List<Malformed> found = new ArrayList<>();
    LegElements elements = new LegElements(name, legs::add, found::add);
    try (Reader text = BoundedInput.open(path)) {
      elements.read(HardenedXml.parse(text));
      return new LegFile(legs, true, found.isEmpty());
    } catch (XMLStreamException | IOException broken) {
      String reason = "unreadable from here on: " + Unreadable.reason(broken);
      found.add(new Malformed(name, elements.line(), reason));
      return new LegFile(legs, false, false);
    } finally {
      found.forEach(faults);
    }
  }
}
