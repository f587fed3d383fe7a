package org.chancery.app.telling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.app.question.LedgerQuestion.End;
import org.chancery.app.question.LedgerQuestion.TripTo;
import org.chancery.app.telling.NameLookup.Who;
import org.chancery.shared.time.EdtfSpan;
import tools.jackson.databind.JsonNode;

/** Where an official was, and when first or last in a country. */
final class Journeys {
  private static final Set<String> FROM_AFAR = Set.of("phone", "video");
  private static final int FEW = 5;

  private Journeys() {}

  /** By stops, and by meetings in person. */
  static void where(Inquiry inquiry, String official, LocalDate on) {
    Who who = inquiry.names().official(official);
    LedgerAnswer stops =
        inquiry.list(LedgerAddress.of("stops").with("official", who.id()).with("on", on));
    LedgerAnswer meetings =
        inquiry.list(
            LedgerAddress.of("meetings")
                .with("official", who.id())
                .with("from", on)
                .with("to", on));
    List<CitedLine> sure = new ArrayList<>();
    List<CitedLine> open = new ArrayList<>();
    stops.items().forEach(stop -> (isSure(stop) ? sure : open).add(stay(who, stops, stop)));
    meetings
        .items()
        .filter(meeting -> !LedgerAnswer.text(meeting, "status").equals("cancelled"))
        .filter(meeting -> !FROM_AFAR.contains(LedgerAnswer.text(meeting, "format")))
        .forEach(
            meeting -> (isSure(meeting, on) ? sure : open).add(attendance(who, meetings, meeting)));
    inquiry.say(
        !sure.isEmpty()
            ? "On %s, by what is on record:".formatted(on)
            : open.isEmpty()
                ? "Where %s was on %s is not on record.".formatted(who.name(), on)
                : "Where %s was on %s is not known for certain.".formatted(who.name(), on));
    inquiry.sayUnder(sure);
    inquiry.sayOpen(open);
    more(inquiry, stops.more() + meetings.more());
  }

  private static void more(Inquiry inquiry, long more) {
    if (more > 0) {
      inquiry.say("%d more records are not told here.".formatted(more));
    }
  }

  private static boolean isSure(JsonNode stop) {
    return LedgerAnswer.text(stop, "lasts").equals("yes")
        && LedgerAnswer.text(stop, "status").equals("took-place");
  }

  private static boolean isSure(JsonNode meeting, LocalDate on) {
    EdtfSpan held = Inquiry.span(meeting.path("heldOn"));
    return LedgerAnswer.text(meeting, "status").equals("held")
        && meeting.path("place").isObject()
        && held.earliest().equals(on)
        && held.latest().equals(on);
  }

  private static CitedLine stay(Who who, LedgerAnswer answer, JsonNode stop) {
    boolean planned = LedgerAnswer.text(stop, "status").equals("planned");
    boolean lasts = LedgerAnswer.text(stop, "lasts").equals("yes");
    String office = LedgerAnswer.text(stop, "office");
    return CitedLine.of(
        "%s%s %s in %s%s, %s (trips/%s)"
            .formatted(
                lasts ? "" : "perhaps, for the dates leave it open, ",
                who.name(),
                planned ? "was to be" : "was",
                places(answer, stop),
                office.isEmpty() ? "" : " as " + office,
                LedgerAnswer.text(stop, "dates"),
                LedgerAnswer.text(stop, "trip")),
        LedgerAnswer.entries(stop));
  }

  private static String places(LedgerAnswer answer, JsonNode stop) {
    String country = LedgerAnswer.text(stop, "countryName");
    return Stream.concat(
            LedgerAnswer.each(stop.path("places")).map(place -> place.asString("")),
            Stream.of(
                country.isEmpty() ? answer.name(LedgerAnswer.text(stop, "country")) : country))
        .filter(place -> !place.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static CitedLine attendance(Who who, LedgerAnswer answer, JsonNode meeting) {
    String place =
        meeting.path("place").isObject()
            ? "in " + ShownAnswer.place(answer, meeting.path("place"))
            : "at a place that is not on record";
    String status = LedgerAnswer.text(meeting, "status");
    return CitedLine.of(
        "%s %s %s %s, %s (meetings/%s)%s"
            .formatted(
                who.name(),
                met(status),
                Contacted.others(answer, meeting, who),
                place,
                Contacted.date(meeting),
                LedgerAnswer.text(meeting, "meeting"),
                status.equals("overdue") ? "; whether they met is not on record" : ""),
        LedgerAnswer.entries(meeting));
  }

  private static String met(String status) {
    return switch (status) {
      case "held" -> "met";
      case "indeterminate" -> "perhaps met";
      default -> "was to meet";
    };
  }

  /** A stay, and when it began. */
  private record Stay(String trip, String text, EdtfSpan dates, List<Long> entries) {}

  static void trip(Inquiry inquiry, TripTo asked) {
    NameLookup names = inquiry.names();
    Who who = names.official(asked.official());
    Who country = names.party(asked.country(), null);
    LedgerAddress of =
        LedgerAddress.of("stops")
            .with("official", who.id())
            .with("country", country.id())
            .with("order", asked.end() == End.FIRST ? "asc" : "desc");
    LedgerAnswer stops = inquiry.list(of.with("status", "took-place"));
    List<Stay> stays = stops.items().map(stop -> stay(stops, stop)).toList();
    List<Stay> candidates = candidates(asked.end(), stays);
    String what =
        "%s trip of %s to %s".formatted(Contacted.word(asked.end()), who.name(), country.name());
    long trips = candidates.stream().map(Stay::trip).distinct().count();
    if (trips == 0) {
      inquiry.say(
          "A trip of %s to %s that took place is not on record."
              .formatted(who.name(), country.name()));
    } else if (trips == 1) {
      Stay stay = candidates.getFirst();
      inquiry.say("The %s on record: %s.".formatted(what, stay.text()), stay.entries());
    } else {
      inquiry.say("Which was the %s, the dates on record leave open:".formatted(what));
      candidates.stream().limit(FEW).forEach(stay -> inquiry.sayUnder(stay.text(), stay.entries()));
      more(inquiry, candidates.size() - (long) Math.min(FEW, candidates.size()));
    }
    sayOverdue(inquiry, inquiry.list(of.with("status", "planned")));
    inquiry.say(
        "Stays searched: %d. What is not in this ledger may have been all the same."
            .formatted(stays.size()));
  }

  /** Those planned whose days have passed: any may have been the first, or the last. */
  private static void sayOverdue(Inquiry inquiry, LedgerAnswer planned) {
    LocalDate on = LocalDate.parse(planned.json().path("asOf").path("on").asString());
    inquiry.sayOpen(
        planned
            .items()
            .map(stop -> stay(planned, stop))
            .filter(stay -> stay.dates().latest().isBefore(on))
            .map(
                stay ->
                    CitedLine.of(
                        stay.text() + "; planned, and whether it took place is not on record",
                        stay.entries()))
            .toList());
  }

  private static Stay stay(LedgerAnswer answer, JsonNode stop) {
    String trip = LedgerAnswer.text(stop, "trip");
    return new Stay(
        trip,
        "%s, %s (trips/%s)".formatted(LedgerAnswer.text(stop, "dates"), places(answer, stop), trip),
        Inquiry.span(stop.path("dates")),
        LedgerAnswer.entries(stop));
  }

  /** All that some reading of the dates makes the first, or the last, to begin. */
  private static List<Stay> candidates(End end, List<Stay> stays) {
    return switch (end) {
      case FIRST -> {
        LocalDate begun =
            stays.stream()
                .map(stay -> stay.dates().begunBy())
                .min(LocalDate::compareTo)
                .orElse(EdtfSpan.END);
        yield stays.stream().filter(stay -> !stay.dates().earliest().isAfter(begun)).toList();
      }
      case LAST -> {
        LocalDate begins =
            stays.stream()
                .map(stay -> stay.dates().earliest())
                .max(LocalDate::compareTo)
                .orElse(EdtfSpan.BEGINNING);
        yield stays.stream().filter(stay -> !stay.dates().begunBy().isBefore(begins)).toList();
      }
    };
  }
}
