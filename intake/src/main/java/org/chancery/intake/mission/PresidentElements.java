package org.chancery.intake.mission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chancery.intake.mission.Appointment.Post;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/**
 * Walks {@code <presidents><president n="35"><id/><name/><took-office-date/>...}, one term in hand.
 * The number tells terms apart: one person may have several.
 */
final class PresidentElements implements HardenedXml.Handler {
  private static final int TERM_LIMIT = 10_000;
  private static final String NAME = "name";
  private static final Post POST = new Post("principal-position", "president", "President", true);

  /** What the fields are in other files of appointments. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "id", "person-id",
          "took-office-date", "started/date",
          "left-office-date", "ended/date",
          "last-modified-date", "last-modified-date");

  /** What says nothing of the term. */
  private static final Set<String> PASSED_OVER =
      Set.of("birth-year", "death-year", "created-by", "created-date", "last-modified-by");

  private final String file;
  private final List<Appointment> terms = new ArrayList<>();
  private final List<RejectedRecord> faults = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final StringBuilder name = new StringBuilder();
  private int begun;
  private @Nullable String field;
  private @Nullable AppointmentForm form;

  private PresidentElements(String file) {
    this.file = file;
  }

  static PresidentElements read(Path path) {
    PresidentElements read = new PresidentElements(String.valueOf(path.getFileName()));
    HardenedXml.read(path, read.file, read).ifPresent(read.faults::add);
    return read;
  }

  /** The terms as appointments, those before a broken point. */
  AppointmentFile file() {
    return new AppointmentFile(file, terms, faults, faults.isEmpty());
  }

  PersonNames names() {
    return PersonNames.of(names);
  }

  @Override
  public void start(int depth, XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    if (depth == 1) {
      HardenedXml.check(
          element.equals("presidents"),
          "its root is <%s>, not <presidents>".formatted(Prose.shown(element)));
    } else if (depth == 2 && element.equals("president")) {
      begin(xml);
    } else if (depth == 3 && form != null) {
      field = element.equals(NAME) ? NAME : FIELDS.getOrDefault(element, element);
      if (!field.equals(NAME) && !PASSED_OVER.contains(field)) {
        form.element(field);
      }
    }
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    begun++;
    HardenedXml.check(begun <= TERM_LIMIT, "more than %d presidents".formatted(TERM_LIMIT));
    name.setLength(0);
    form = new AppointmentForm(xml.getLocation().getLineNumber());
    String number = xml.getAttributeValue(null, "n");
    if (number != null) {
      form.element("id");
      form.append("id", number.toCharArray(), 0, number.length());
    }
  }

  @Override
  public void text(int depth, XMLStreamReader xml) {
    if (form == null || field == null || depth != 3) {
      return;
    }
    if (!field.equals(NAME)) {
      form.append(field, xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } else if (name.length() + xml.getTextLength() <= Require.TEXT_LIMIT) {
      name.append(xml.getText());
    }
  }

  @Override
  public void end(int depth) {
    if (depth == 2 && form != null) {
      end(form);
      form = null;
    }
    field = null;
  }

  private void end(AppointmentForm complete) {
    try {
      Appointment term = complete.appointment(POST, file);
      terms.add(term);
      if (!name.isEmpty()) {
        names.putIfAbsent(term.person().value(), Prose.collapsed(name.toString()));
      }
    } catch (InvalidValue fault) {
      faults.add(new RejectedRecord(file, complete.line(), complete.id(), fault));
    }
  }
}
