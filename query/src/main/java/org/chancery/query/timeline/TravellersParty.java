package org.chancery.query.timeline;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.query.official.ServedParties;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Selection;
import org.chancery.shared.PartyId;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;
import org.springframework.stereotype.Component;

/**
 * For whom officials travel and speak: what they do is of the party whose office they hold, or
 * perhaps hold, on some day of it.
 */
@Component
final class TravellersParty {
  private static final List<String> OF_OFFICIALS =
      Stream.of(TripEvent.CONCEPT, StatementEvent.CONCEPT).map("/api/%s/"::formatted).toList();

  private final ServedParties served;
  private final NameTemplates templates;

  TravellersParty(ServedParties served, NameTemplates templates) {
    this.served = served;
    this.templates = templates;
  }

  /** The same list, where trips and statements are of their officials' parties too. */
  Selection including(Selection asked) {
    return served.including(asked);
  }

  /** The items in words, with the officials' parties and the entries that say so. */
  List<HappeningView> told(List<HappeningView> items, AsOf asOf) {
    ServedParties.AsKnown known = served.at(asOf.position());
    return templates.worded(items, asOf).stream().map(item -> serving(item, known)).toList();
  }

  private static HappeningView serving(HappeningView item, ServedParties.AsKnown known) {
    if (OF_OFFICIALS.stream().noneMatch(item.subject()::startsWith)) {
      return item;
    }
    LocalDate first = item.from() == null ? EdtfSpan.BEGINNING : item.from();
    LocalDate last = item.to() == null ? EdtfSpan.END : item.to();
    Set<PartyId> parties = new LinkedHashSet<>(item.parties());
    Set<Long> entries = new TreeSet<>(item.entries());
    item.officials().stream()
        .flatMap(who -> known.of(who, first, last).stream())
        .forEach(
            service -> {
              parties.add(service.party());
              entries.addAll(service.entries());
            });
    return item.among(List.copyOf(parties), List.copyOf(entries));
  }
}
