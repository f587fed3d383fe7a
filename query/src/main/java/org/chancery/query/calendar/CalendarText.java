package org.chancery.query.calendar;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.journal.Journal;
import org.chancery.journal.Journal.Standing;
import org.chancery.query.Page;
import org.chancery.query.account.Accounts;
import org.chancery.query.calendar.CalendarItem.Course;
import org.chancery.query.calendar.CalendarItem.Days;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.MissingEntries;
import org.springframework.stereotype.Component;

/**
 * Writes a page as an iCalendar object (RFC 5545). What is on a day that nobody knows stands over
 * all days on which it may be, as tentative and leaving them free, with its date as recorded in the
 * title: a calendar must not make a day of a month. What has no bounds is left out, and counted in
 * the calendar's description.
 */
@Component
final class CalendarText {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What is put into words of each item: its title, place and remarks. */
  private static final int TEXTS = 3;

  private final Journal journal;
  private final Accounts accounts;
  private final NameTemplates templates;

  CalendarText(Journal journal, Accounts accounts, NameTemplates templates) {
    this.journal = journal;
    this.accounts = accounts;
    this.templates = templates;
  }

  /**
   * @param whose of whom the calendar is, in words
   * @param server where the ledger was asked, before {@code /api}
   */
  String of(Page<CalendarItem> page, String whose, URI server) {
    List<CalendarItem> dated =
        told(page.items().stream().filter(one -> one.days() != null).toList(), page.asOf());
    List<String> words = templates.texts(words(dated, whose), page.asOf());
    ContentLines lines =
        new ContentLines()
            .add("BEGIN", "VCALENDAR")
            .add("VERSION", "2.0")
            .add("PRODID", "-//Chancery//Chancery 1//EN")
            .add("CALSCALE", "GREGORIAN")
            .text("X-WR-CALNAME", words.getLast())
            .text("X-WR-CALDESC", description(page, page.items().size() - dated.size()));
    Map<String, Standing> standing = standing(dated, page.asOf());
    String ledger = journal.idAt(1).orElse("");
    for (int at = 0; at < dated.size(); at++) {
      CalendarItem item = dated.get(at);
      new CalendarComponent(lines, item, words.subList(at * TEXTS, (at + 1) * TEXTS))
          .write(Objects.requireNonNull(standing.get(item.subject().toString())), ledger, server);
    }
    return lines.add("END", "VCALENDAR").toString();
  }

  private Map<String, Standing> standing(List<CalendarItem> items, AsOf asOf) {
    return journal.standing(subjects(items), asOf.position());
  }

  /** With the doubt that accounts cast on them. */
  private List<CalendarItem> told(List<CalendarItem> items, AsOf asOf) {
    Map<String, List<String>> differing = accounts.differing(subjects(items), asOf);
    return items.stream()
        .map(
            item -> {
              List<String> fields = differing.get(item.subject().toString());
              return fields == null ? item : item.doubted(fields);
            })
        .toList();
  }

  private static List<String> subjects(List<CalendarItem> items) {
    return items.stream().map(item -> item.subject().toString()).toList();
  }

  /** All at once, so that each name is looked up once. */
  private static List<String> words(List<CalendarItem> items, String whose) {
    List<String> words = new ArrayList<>();
    for (CalendarItem item : items) {
      words.add(item.title());
      words.add(item.place() == null ? "" : NameTemplates.of(item.place()));
      words.add(String.join("\n", item.remarks()));
    }
    words.add(whose);
    return words;
  }

  private static String description(Page<CalendarItem> page, int without) {
    List<Long> behind = MissingEntries.noted();
    return Stream.of(
            "%d of %d meetings and conferences, as they stand on %s and as known at position %d."
                .formatted(
                    page.items().size() - without,
                    page.total(),
                    page.asOf().on(),
                    page.asOf().position()),
            without == 0 ? "" : "%d left out: no calendar can hold their dates.".formatted(without),
            page.next() == null ? "" : "More follow: cursor=%s".formatted(page.next()),
            behind.isEmpty() ? "" : "Entries that could not be taken in: %s".formatted(behind))
        .filter(sentence -> !sentence.isEmpty())
        .reduce("%s %s"::formatted)
        .orElse("");
  }

  /**
   * One VEVENT.
   *
   * @param words its title, place and remarks
   */
  private record CalendarComponent(ContentLines lines, CalendarItem item, List<String> words) {

    void write(Standing standing, String ledger, URI server) {
      Days days = Objects.requireNonNull(item.days());
      String stamp = STAMP.format(standing.recordedAt());
      Course course = course();
      lines
          .add("BEGIN", "VEVENT")
          .text("UID", "%s@%s".formatted(item.subject(), ledger))
          .add("SEQUENCE", standing.version() - 1)
          .add("DTSTAMP", stamp)
          .add("LAST-MODIFIED", stamp)
          .add("DTSTART", days.first())
          .add("DTEND", days.last().plusDays(1))
          .add("STATUS", course)
          .add("TRANSP", course == Course.CONFIRMED ? "OPAQUE" : "TRANSPARENT")
          .text("SUMMARY", item.isDated() ? words.getFirst() : words.getFirst() + dated());
      if (!words.get(1).isEmpty()) {
        lines.text("LOCATION", words.get(1));
      }
      lines
          .text("DESCRIPTION", description())
          .add("URL", server.resolve("/api/" + item.subject()))
          .text("X-CHANCERY-EDTF", String.valueOf(item.date()))
          .text("X-CHANCERY-STATUS", item.status())
          .add("X-CHANCERY-ENTRIES", entries(","))
          .add("END", "VEVENT");
    }

    private Course course() {
      return item.course() == Course.CONFIRMED && !item.isDated()
          ? Course.TENTATIVE
          : item.course();
    }

    private String dated() {
      return " [%s]".formatted(item.date());
    }

    private String description() {
      String basis =
          "Stands as %s, dated %s. Rests on entries %s."
              .formatted(item.status(), item.date(), entries(", "));
      return words.getLast().isEmpty() ? basis : words.getLast() + "\n" + basis;
    }

    private String entries(String between) {
      return String.join(between, item.entries().stream().map(String::valueOf).toList());
    }
  }
}
