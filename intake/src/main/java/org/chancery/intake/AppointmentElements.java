package org.chancery.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chancery.intake.Appointment.Post;
import org.chancery.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Walks {@code <country-mission><territory-id/><chiefs><chief>...}, and the files of organizations
 * and positions, which differ in names; one appointment in hand.
 */
final class AppointmentElements {
  private static final int DEPTH_LIMIT = 12;
  private static final int APPOINTMENT_LIMIT = 50_000;
  private static final int TEXT_LIMIT = 10_000;
  private static final Set<String> ROOTS =
      Set.of("country-mission", "org-mission", "principal-position");
  private static final Set<String> SERVED = Set.of("chiefs", "principals");
  private static final Set<String> NOT_SERVED = Set.of("other-nominees", "other-appointees");
  private static final List<String> ONES = List.of("chief", "principal");

  private final String file;
  private final Consumer<Appointment> appointments;
  private final Consumer<RejectedRecord> faults;
  private final Deque<String> path = new ArrayDeque<>();
  private final Map<String, StringBuilder> head = new HashMap<>();
  private String root = "";
  private int line = 1;
  private int begun;
  private @Nullable AppointmentForm form;

  AppointmentElements(
      String file, Consumer<Appointment> appointments, Consumer<RejectedRecord> faults) {
    this.file = file;
    this.appointments = appointments;
    this.faults = faults;
  }

  /** Where the reading stands. */
  int line() {
    return line;
  }

  void read(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      take(xml, xml.next());
    }
  }

  private void take(XMLStreamReader xml, int event) throws XMLStreamException {
    line = xml.getLocation().getLineNumber();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.DTD -> check(false, "a DOCTYPE is not accepted");
      default -> {}
    }
  }

  private void start(String element) throws XMLStreamException {
    path.addLast(element);
    check(path.size() <= DEPTH_LIMIT, "elements more than %d deep".formatted(DEPTH_LIMIT));
    if (path.size() == 1) {
      check(ROOTS.contains(element), "its root is <%s>".formatted(LegForm.shown(element)));
      root = element;
    } else if (path.size() == 3 && isSection() && ONES.contains(element)) {
      begun++;
      check(begun <= APPOINTMENT_LIMIT, "more than %d".formatted(APPOINTMENT_LIMIT));
      form = new AppointmentForm(line);
    } else if (form != null && (path.size() == 4 || path.size() == 5)) {
      String field = field();
      if (path.size() == 4 || field.matches(".*/(date|note)")) {
        form.element(field);
      }
    }
  }

  private boolean isSection() {
    String section = section();
    return SERVED.contains(section) || NOT_SERVED.contains(section);
  }

  private String section() {
    return path.stream().skip(1).findFirst().orElse("");
  }

  /** "appointed/date"; emphasis within a note is a part of it. */
  private String field() {
    List<String> within = path.stream().skip(3).toList();
    return within.size() > 1 && !within.getFirst().equals("note")
        ? within.getFirst() + "/" + within.get(1)
        : within.getFirst();
  }

  private void text(XMLStreamReader xml) {
    if (form != null && path.size() > 3) {
      form.append(field(), xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } else if (form == null && path.size() < 4) {
      StringBuilder read = head.computeIfAbsent(String.join("/", path), _ -> new StringBuilder());
      if (read.length() + xml.getTextLength() <= TEXT_LIMIT) {
        read.append(xml.getText());
      }
    }
  }

  private void end() {
    if (path.size() == 3 && form != null) {
      end(form);
      form = null;
    }
    path.removeLast();
  }

  private void end(AppointmentForm complete) {
    try {
      appointments.accept(complete.appointment(post(), file));
    } catch (InvalidValue fault) {
      faults.accept(
          new RejectedRecord(
              file, complete.line(), String.valueOf(fault.getMessage()), complete.id(), true));
    }
  }

  private Post post() {
    String id = told(root + (root.equals("country-mission") ? "/territory-id" : "/id"));
    return new Post(root, id, told(root + "/names/singular"), SERVED.contains(section()));
  }

  private String told(String place) {
    StringBuilder read = head.get(place);
    return read == null ? "" : Prose.collapsed(read.toString());
  }

  private static void check(boolean sound, String fault) throws XMLStreamException {
    if (!sound) {
      throw new XMLStreamException(fault);
    }
  }
}
