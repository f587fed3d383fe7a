package org.chancery.query.plover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.CsvTable;
import org.chancery.query.Page;
import org.chancery.query.account.Accounts;
import org.chancery.query.party.PartyView;
import org.chancery.query.timeline.HappeningView;
import org.chancery.query.timeline.TimelineEvents.Told;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Codes a page of the timeline. Columns have the names of PLOVER's fields, where it has such a
 * field; several values of one stand side by side, parted by semicolons.
 */
@Component
final class PloverTable {
  private static final List<String> HEADER =
      List.of(
          "id",
          "date",
          "enddate",
          "event",
          "mode",
          "context",
          "actor",
          "recipient",
          "extracted_place",
          "country_code",
          "event_text",
          "comment",
          "subject",
          "entries");

  private static final String BESIDE = ";";
  private static final String ISO = "[A-Z]{3}";

  private final Accounts accounts;
  private final ReadModel<PartyView> parties;

  PloverTable(Accounts accounts, ReadModel<PartyView> parties) {
    this.accounts = accounts;
    this.parties = parties;
  }

  /**
   * A page as event data.
   *
   * @param leftOut how many items are no events of PLOVER, in all and by why
   */
  record Coded(String table, String leftOut) {}

  /** Why an item is left out. */
  private enum LeftOut {
    /** It is to come: the day for which it is set is not the day of the event. */
    EXPECTED,
    /** It has no category, or one that asks for more than is recorded. */
    UNCODED,
    /** Nobody is known to have done it. */
    UNATTRIBUTED,
    /** It has no exact date. */
    UNDATED
  }

  /** An item, and what it comes to. */
  private record Row(Told told, PloverEvent event) {}

  Coded of(Page<Told> page) {
    Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    List<Row> rows = new ArrayList<>();
    for (Told told : page.items()) {
      Optional<PloverEvent> event = event(told);
      LeftOut why = why(told.item(), event.orElse(null));
      if (why == null) {
        event.ifPresent(one -> rows.add(new Row(told, one)));
      } else {
        leftOut.merge(why, 1, Integer::sum);
      }
    }
    return new Coded(table(rows, page.asOf()), told(leftOut));
  }

  private static Optional<PloverEvent> event(Told told) {
    return told.event() == null
        ? Optional.empty()
        : PloverEvent.of(told.event(), told.item().parties());
  }

  private static @Nullable LeftOut why(HappeningView item, @Nullable PloverEvent event) {
    if (item.expected()) {
      return LeftOut.EXPECTED;
    }
    if (event == null) {
      return LeftOut.UNCODED;
    }
    if (event.actors().isEmpty()) {
      return LeftOut.UNATTRIBUTED;
    }
    return isDay(item.date().start()) && isDay(item.date().end()) ? null : LeftOut.UNDATED;
  }

  /** PLOVER writes its days in years of four digits. */
  private static boolean isDay(@Nullable EdtfDate date) {
    return date != null && date.isExact() && date.text().matches("\\d{4}-\\d{2}-\\d{2}");
  }

  private static String told(Map<LeftOut, Integer> leftOut) {
    int all = leftOut.values().stream().mapToInt(Integer::intValue).sum();
    Stream<String> each =
        leftOut.entrySet().stream()
            .map(
                why ->
                    "%s=%d"
                        .formatted(why.getKey().name().toLowerCase(Locale.ROOT), why.getValue()));
    return Stream.concat(Stream.of(Integer.toString(all)), each).collect(Collectors.joining("; "));
  }

  private String table(List<Row> rows, AsOf asOf) {
    Map<PartyId, String> codes = codes(rows, asOf);
    List<String> subjects = rows.stream().map(row -> path(row.told().item())).distinct().toList();
    Map<String, List<String>> differing = accounts.differing(subjects, asOf);
    return CsvTable.of(HEADER, rows.stream().map(row -> cells(row, codes, differing)));
  }

  private static String path(HappeningView item) {
    return item.subject().substring("/api/".length());
  }

  private static Stream<@Nullable Object> cells(
      Row row, Map<PartyId, String> codes, Map<String, List<String>> differing) {
    HappeningView item = row.told().item();
    PloverEvent event = row.event();
    Place place = event.place();
    EdtfSpan date = item.date();
    List<String> doubts = differing.getOrDefault(path(item), List.of());
    return Stream.of(
        "%s#%d".formatted(path(item), row.told().position()),
        date.earliest(),
        date.earliest().equals(date.latest()) ? null : date.latest(),
        event.category(),
        beside(event.modes()),
        beside(event.contexts()),
        beside(coded(event.actors(), codes)),
        beside(coded(event.recipients(), codes)),
        place == null ? null : place.locality(),
        place == null || place.country() == null ? null : code(place.country(), codes),
        item.summary(),
        doubts.isEmpty() ? null : "accounts differ in " + String.join(", ", doubts),
        item.subject(),
        beside(item.entries().stream().map(String::valueOf).toList()));
  }

  private static @Nullable String beside(List<String> values) {
    return values.isEmpty() ? null : String.join(BESIDE, values);
  }

  private static List<String> coded(Collection<PartyId> whom, Map<PartyId, String> codes) {
    return whom.stream().map(party -> code(party, codes)).toList();
  }

  private static String code(PartyId party, Map<PartyId, String> codes) {
    return codes.getOrDefault(party, party.value());
  }

  /** The ISO 3166 codes of three letters; who has none goes by the id. */
  private Map<PartyId, String> codes(List<Row> rows, AsOf asOf) {
    List<String> subjects =
        rows.stream()
            .map(Row::event)
            .flatMap(
                event ->
                    Stream.of(
                            event.actors().stream(),
                            event.recipients().stream(),
                            Stream.ofNullable(
                                event.place() == null ? null : event.place().country()))
                        .flatMap(each -> each))
            .distinct()
            .map(party -> PartyEvent.CONCEPT + "/" + party)
            .toList();
    Map<PartyId, String> codes = new HashMap<>();
    parties
        .holding(subjects, asOf)
        .forEach(
            row ->
                row.view().codes().stream()
                    .filter(code -> code.matches(ISO))
                    .findFirst()
                    .ifPresent(code -> codes.put(row.view().party(), code)));
    return codes;
  }
}
