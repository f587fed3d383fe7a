package org.chancery.intake.visit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/**
 * The visits of one file, {@code <visits><visit><id/>...</visit>...</visits>}, as far as it can be
 * read: visits before a broken point stand.
 *
 * @param isWhole false where the file broke off, or a visit of it was refused
 */
record VisitFile(String name, List<Visit> visits, List<RejectedRecord> faults, boolean isWhole) {

  static VisitFile read(Path path) {
    String name = String.valueOf(path.getFileName());
    Elements elements = new Elements(name);
    HardenedXml.read(path, name, elements).ifPresent(elements.faults::add);
    return new VisitFile(name, elements.visits, elements.faults, elements.faults.isEmpty());
  }

  /** The day of the last change in it, which tells its releases apart; null where it gives none. */
  @Nullable LocalDate release() {
    return visits.stream()
        .map(Visit::edited)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** Walks the file, one visit in hand. */
  private static final class Elements implements HardenedXml.Handler {
    private static final int VISIT_LIMIT = 50_000;
    private static final int MOST_ODDITIES = 10;
    private static final Set<String> FIELDS =
        Set.of(
            "id",
            "start-date",
            "end-date",
            "visitor",
            "from",
            "description",
            "created-by",
            "last-modified-by",
            "created-datetime",
            "last-modified-datetime");

    private final String file;
    private final List<Visit> visits = new ArrayList<>();
    private final List<RejectedRecord> faults = new ArrayList<>();
    private final Map<String, StringBuilder> fields = new HashMap<>();
    private final List<String> oddities = new ArrayList<>();
    private int begun;
    private int beganAt;
    private String field = "";
    private @Nullable String fault;

    Elements(String file) {
      this.file = file;
    }

    @Override
    public void start(int depth, XMLStreamReader xml) throws XMLStreamException {
      String element = xml.getLocalName();
      switch (depth) {
        case 1 ->
            HardenedXml.check(
                element.equals("visits"), "its root is <%s>, not <visits>".formatted(element));
        case 2 -> startVisit(xml, element);
        case 3 -> startField(xml, element);
        default -> {}
      }
    }

    private void startVisit(XMLStreamReader xml, String element) throws XMLStreamException {
      begun++;
      HardenedXml.check(begun <= VISIT_LIMIT, "more than %d visits".formatted(VISIT_LIMIT));
      beganAt = xml.getLocation().getLineNumber();
      fields.clear();
      oddities.clear();
      fault = element.equals("visit") ? null : "<%s> is not a visit".formatted(element);
    }

    private void startField(XMLStreamReader xml, String element) {
      field = element;
      if (FIELDS.contains(element)) {
        begin(element);
      } else if (oddities.size() < MOST_ODDITIES) {
        oddities.add(
            "has an element <%s>, which the format does not".formatted(Prose.shown(element)));
      }
      String from = xml.getAttributeValue(null, "id");
      if (element.equals("from") && from != null) {
        begin("from/@id");
        append("from/@id", from);
      }
    }

    private void begin(String name) {
      if (fields.put(name, new StringBuilder()) != null) {
        fault = fault == null ? "%s stands twice".formatted(name) : fault;
      }
    }

    @Override
    public void text(int depth, XMLStreamReader xml) {
      if (depth > 2) {
        append(field, xml.getText());
      }
    }

    private void append(String name, String text) {
      StringBuilder read = fields.get(name);
      if (read != null && text.length() > Require.TEXT_LIMIT - read.length()) {
        fault = "%s is longer than %d characters".formatted(name, Require.TEXT_LIMIT);
      } else if (read != null) {
        read.append(text);
      }
    }

    @Override
    public void end(int depth) {
      if (depth == 2) {
        try {
          visits.add(visit());
        } catch (InvalidValue refused) {
          String id = value("id");
          faults.add(
              new RejectedRecord(
                  file, beganAt, id.isEmpty() ? null : "visit " + Prose.shown(id), refused));
        }
      }
    }

    private Visit visit() {
      if (fault != null) {
        throw invalid(fault);
      }
      fields.forEach((name, text) -> Prose.unseen(name, text).ifPresent(oddities::add));
      LocalDate start = day("start-date");
      LocalDate end = day("end-date");
      if (end.isBefore(start) || end.isAfter(start.plusYears(10))) {
        throw invalid("no visit lasts from %s to %s".formatted(start, end));
      }
      return new Visit(
          id(),
          required("visitor"),
          Gazetteer.canonical(new PartyId(required("from/@id")).value()),
          required("from"),
          start,
          end,
          value("description"),
          file,
          beganAt,
          List.copyOf(oddities),
          instant("created-datetime"),
          instant("last-modified-datetime"));
    }

    private int id() {
      String id = required("id");
      if (!id.matches("[1-9]\\d{0,8}")) {
        throw invalid("id '%s' is no whole number from 1 to 999999999".formatted(id));
      }
      return Integer.parseInt(id);
    }

    private LocalDate day(String name) {
      String day = required(name);
      try {
        return LocalDate.parse(day);
      } catch (DateTimeParseException notADay) {
        throw invalid("%s '%s' is not a day".formatted(name, day));
      }
    }

    /**
     * A note of the editors on their own work: one that cannot be read is no fault of the visit.
     */
    private @Nullable LocalDate instant(String name) {
      try {
        String instant = value(name).replaceFirst("T.*", "");
        return instant.isEmpty() ? null : LocalDate.parse(instant);
      } catch (DateTimeParseException unreadable) {
        return null;
      }
    }

    private String required(String name) {
      String value = value(name);
      if (value.isEmpty()) {
        throw invalid("%s is missing".formatted(name));
      }
      return value;
    }

    private String value(String name) {
      StringBuilder text = fields.get(name);
      return text == null ? "" : Prose.collapsed(text.toString());
    }

    private static InvalidValue invalid(String reason) {
      return new InvalidValue(RefusalCode.INVALID_FIELDS, InvalidValue.excerpt(reason));
    }
  }
}
