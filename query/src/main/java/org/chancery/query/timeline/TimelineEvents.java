package org.chancery.query.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The timeline for those who need to know more of an item than its words: the event behind it. */
@Component
public final class TimelineEvents {
  private final ReadModel<HappeningView> happenings;
  private final TravellersParty travellers;
  private final SubjectHistory histories;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final AsOfResolver resolver;

  TimelineEvents(
      ReadModel<HappeningView> happenings,
      TravellersParty travellers,
      SubjectHistory histories,
      PartyNames parties,
      OfficialNames officials,
      AsOfResolver resolver) {
    this.happenings = happenings;
    this.travellers = travellers;
    this.histories = histories;
    this.parties = parties;
    this.officials = officials;
    this.resolver = resolver;
  }

  /**
   * An item and what tells of it.
   *
   * @param position of the entry that does
   * @param event null where its history cannot be read
   */
  public record Told(HappeningView item, long position, @Nullable LedgerEvent event) {}

  /** A page of the timeline, by the filters of {@code /api/timeline}. */
  public Page<Told> page(
      @Nullable List<String> party,
      @Nullable List<String> official,
      ListParameters list,
      AsOfParameters asked) {
    Page<HappeningView> page = items(party, official, list, asked);
    Map<Key, TimelineItem> known = new HashMap<>();
    page.items().stream()
        .map(HappeningView::subject)
        .distinct()
        .flatMap(subject -> ofSubject(subject, page.asOf()).stream())
        .forEach(item -> known.put(Key.of(item.view()), item));
    List<HappeningView> worded = travellers.told(page.items(), page.asOf());
    return page.with(
        IntStream.range(0, worded.size())
            .mapToObj(at -> told(worded.get(at), known.get(Key.of(page.items().get(at)))))
            .toList());
  }

  /** A page of the timeline as the read model has it. */
  Page<HappeningView> items(
      @Nullable List<String> party,
      @Nullable List<String> official,
      ListParameters list,
      AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(
        happenings,
        travellers.including(
            list.selecting(
                asked.on() == null,
                parties.filter("party", party, asOf, list),
                officials.filter("official", official, asOf))),
        asOf);
  }

  private static Told told(HappeningView item, @Nullable TimelineItem known) {
    return known == null
        ? new Told(item, item.entries().getLast(), null)
        : new Told(item, known.told().position(), known.told().event());
  }

  /** What tells the items of a subject apart. */
  private record Key(String subject, String name, String date, List<Long> entries) {

    static Key of(HappeningView item) {
      return new Key(item.subject(), item.name(), item.date().text(), item.entries());
    }
  }

  private List<TimelineItem> ofSubject(String address, AsOf asOf) {
    String subject = address.substring("/api/".length());
    List<Recorded<LedgerEvent>> standing =
        Recorded.amended(LedgerEvent.class, histories.legibleBefore(subject, asOf.position() + 1))
            .standing()
            .stream()
            .map(each -> new Recorded<>(each.entry(), each.event()))
            .toList();
    return standing.isEmpty() ? List.of() : TimelineItems.happenings(standing);
  }
}
