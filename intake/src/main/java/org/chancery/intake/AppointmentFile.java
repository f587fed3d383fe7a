package org.chancery.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The appointments of one file, as far as it can be read: those before a broken point stand.
 *
 * @param name relative to the source
 * @param isComplete false where something in it could not be read
 */
record AppointmentFile(
    String name, List<Appointment> appointments, List<RejectedRecord> faults, boolean isComplete) {

  static AppointmentFile read(Path path, String name) {
    List<Appointment> appointments = new ArrayList<>();
    List<RejectedRecord> faults = new ArrayList<>();
    AppointmentElements elements = new AppointmentElements(name, appointments::add, faults::add);
    try (Reader text = BoundedInput.open(path)) {
      elements.read(HardenedXml.parse(text));
    } catch (XMLStreamException | IOException broken) {
      String reason = "unreadable from here on: " + Unreadable.reason(broken);
      faults.add(RejectedRecord.restOf(name, elements.line(), reason));
    }
    return new AppointmentFile(name, appointments, faults, faults.isEmpty());
  }
}
