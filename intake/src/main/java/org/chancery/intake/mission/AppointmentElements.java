package org.chancery.intake.mission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chancery.intake.mission.Appointment.Post;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Walks {@code <country-mission><territory-id/><chiefs><chief>...}, and the files of organizations
 * and positions, which differ in names; one appointment in hand.
 */
final class AppointmentElements implements HardenedXml.Handler {
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
  private int begun;
  private @Nullable AppointmentForm form;

  AppointmentElements(
      String file, Consumer<Appointment> appointments, Consumer<RejectedRecord> faults) {
    this.file = file;
    this.appointments = appointments;
    this.faults = faults;
  }

  @Override
  public void start(int depth, XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    path.addLast(element);
    if (depth == 1) {
      HardenedXml.check(
          ROOTS.contains(element), "its root is <%s>".formatted(Prose.shown(element)));
      root = element;
    } else if (depth == 3 && isSection() && ONES.contains(element)) {
      begun++;
      HardenedXml.check(begun <= APPOINTMENT_LIMIT, "more than %d".formatted(APPOINTMENT_LIMIT));
      form = new AppointmentForm(xml.getLocation().getLineNumber());
    } else if (form != null && (depth == 4 || depth == 5)) {
      String field = field();
      if (depth == 4 || field.matches(".*/(date|note)")) {
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

  @Override
  public void text(int depth, XMLStreamReader xml) {
    if (form != null && depth > 3) {
      form.append(field(), xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } else if (form == null && depth < 4) {
      StringBuilder read = head.computeIfAbsent(String.join("/", path), _ -> new StringBuilder());
      if (read.length() + xml.getTextLength() <= TEXT_LIMIT) {
        read.append(xml.getText());
      }
    }
  }

  @Override
  public void end(int depth) {
    if (depth == 3 && form != null) {
      end(form);
      form = null;
    }
    path.removeLast();
  }

  private void end(AppointmentForm complete) {
    try {
      appointments.accept(complete.appointment(post(), file));
    } catch (InvalidValue fault) {
      faults.accept(new RejectedRecord(file, complete.line(), complete.id(), fault));
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
}
