package org.chancery.intake.mission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.RejectedRecord;

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
    HardenedXml.read(path, name, elements).ifPresent(faults::add);
    return new AppointmentFile(name, appointments, faults, faults.isEmpty());
  }
}
