package org.chancery.query.calendar;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.AskedList;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Placed;
import org.chancery.readmodel.Selection;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Meetings and conferences as a calendar, for programs that can neither page nor read JSON. */
@RestController
class CalendarApi {
  private static final String TYPE = "text/calendar";
  private static final MediaType UTF_8 = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final ReadModel<MeetingView> meetings;
  private final ReadModel<ConferenceView> conferences;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final AsOfResolver resolver;
  private final CalendarText text;
  private final DisputedLists lists;

  CalendarApi(
      ReadModel<MeetingView> meetings,
      ReadModel<ConferenceView> conferences,
      PartyNames parties,
      OfficialNames officials,
      AsOfResolver resolver,
      CalendarText text,
      DisputedLists lists) {
    this.lists = lists;
    this.meetings = meetings;
    this.conferences = conferences;
    this.parties = parties;
    this.officials = officials;
    this.resolver = resolver;
    this.text = text;
  }

  /**
   * Meetings and conferences by their first day, then by address, as iCalendar whatever is
   * accepted. {@code Ledger-Next} is the cursor of the next page.
   */
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = TYPE, schema = @Schema(type = "string")))
  @GetMapping("/api/calendar")
  ResponseEntity<String> calendar(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable List<String> official,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection selection =
        list.selecting(
            false,
            parties.filter("party", party, asOf, list),
            officials.filter("official", official, asOf));
    Page<CalendarItem> page =
        lists.told(
            page(selection, asOf)
                .madeOf(
                    List.of(
                        new AskedList(meetings, selection),
                        new AskedList(conferences, selection))));
    var here = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
    return page.inForm(UTF_8).body(text.of(page, whose(selection), here));
  }

  private static String whose(Selection selection) {
    Stream<String> names =
        selection.attributes().stream()
            .map(
                by ->
                    by.name().equals("party")
                        ? NameTemplates.of(new PartyId(by.value()))
                        : NameTemplates.of(new OfficialId(by.value())));
    String all = NameTemplates.list(names.toList());
    return "Meetings and conferences" + (all.isEmpty() ? "" : " of " + all);
  }

  /** Both lists have one order, so the two are read from the same place on, and merged. */
  private Page<CalendarItem> page(Selection asked, AsOf asOf) {
    String both = asked.at("calendar", asOf, "", "").list();
    Cursor after = asked.after() == null ? null : asked.after().in(both);
    Selection next =
        new Selection(
            asked.attributes(), asked.from(), asked.to(), false, asked.limit() + 1, after);
    List<Placed<CalendarItem>> found =
        Stream.concat(
                items(meetings, next, asOf, CalendarItem::of),
                items(conferences, next, asOf, CalendarItem::of))
            .sorted(
                Comparator.comparing((Placed<CalendarItem> one) -> one.place().order())
                    .thenComparing(one -> one.place().subject()))
            .limit(next.limit())
            .toList();
    boolean more = found.size() > asked.limit();
    List<Placed<CalendarItem>> kept = more ? found.subList(0, asked.limit()) : found;
    return new Page<>(
        kept.stream().map(Placed::view).toList(),
        meetings.count(next, asOf) + conferences.count(next, asOf),
        more ? in(both, kept.getLast().place()) : null,
        asOf);
  }

  private static <V> Stream<Placed<CalendarItem>> items(
      ReadModel<V> model, Selection selection, AsOf asOf, Function<V, CalendarItem> item) {
    return model.walk(selection, asOf).stream()
        .map(placed -> new Placed<>(placed.place(), item.apply(placed.view())));
  }

  private static String in(String list, Cursor place) {
    return new Cursor(place.asOf(), place.anyDay(), list, place.order(), place.subject()).text();
  }
}
