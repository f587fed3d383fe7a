package org.chancery.query.timeline;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.cited.NameBook;
import org.chancery.query.cited.Named;
import org.chancery.query.stream.EventSource;
import org.chancery.query.stream.Subscriber;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.MissingEntries;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Placed;
import org.chancery.readmodel.Selection;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells history over again, at a pace. */
final class TimelineStream implements EventSource {
  /** The id after which there is nothing to go on with. */
  static final String END = "end";

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final JsonMapper JSON = LedgerJson.mapper();

  private final ReadModel<HappeningView> happenings;
  private final TravellersParty travellers;
  private final NameBook names;
  private final AsOf asOf;
  private final long nanosADay;
  private Selection rest;
  private @Nullable LocalDate day;
  private long told;

  /** What is said at the end: how many items this stream told, as of when. */
  record End(long items, AsOf asOf) {}

  TimelineStream(
      ReadModel<HappeningView> happenings,
      TravellersParty travellers,
      NameBook names,
      Selection selection,
      AsOf asOf,
      int daysASecond) {
    this.happenings = happenings;
    this.travellers = travellers;
    this.names = names;
    this.rest = selection;
    this.asOf = asOf;
    this.nanosADay = Duration.ofSeconds(1).toNanos() / daysASecond;
  }

  @Override
  public void to(Subscriber listener) throws IOException, InterruptedException {
    List<Placed<HappeningView>> next = happenings.walk(rest, asOf);
    while (!next.isEmpty()) {
      List<HappeningView> items = travellers.told(next.stream().map(Placed::view).toList(), asOf);
      for (int i = 0; i < items.size(); i++) {
        if (!tell(listener, next.get(i), items.get(i))) {
          return;
        }
      }
      rest = rest.after(next.getLast().place());
      next = happenings.walk(rest, asOf);
    }
    listener.send(
        END, END, JSON.writeValueAsString(new End(told, asOf.lacking(MissingEntries.noted()))));
  }

  /** False where the listener has left. */
  private boolean tell(Subscriber listener, Placed<HappeningView> placed, HappeningView item)
      throws IOException, InterruptedException {
    LocalDate begins = Days.ordered(placed.place().order());
    if (!listener.staysFor(pause(begins))) {
      return false;
    }
    Named<HappeningView> named = new Named<>(item, names.citedIn(item, asOf));
    listener.send(placed.place().text(), JSON.writeValueAsString(named));
    day = begins;
    told++;
    return true;
  }

  /** Nobody wants to wait through a century in which nothing happened. */
  private Duration pause(LocalDate until) {
    long days = day == null ? 0 : ChronoUnit.DAYS.between(day, until);
    return days < LONGEST.toNanos() / nanosADay
        ? Duration.ofNanos(Math.max(0, days) * nanosADay)
        : LONGEST;
  }
}
