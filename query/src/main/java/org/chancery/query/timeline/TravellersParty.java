package org.chancery.query.timeline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.query.official.OfficeAttributes;
import org.chancery.query.official.OfficialView;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Through;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.TripEvent;
import org.springframework.stereotype.Component;

/**
 * For whom travellers travel: the party of a trip is the one whose office the traveller holds, or
 * perhaps holds, on some day of it. That is another subject's history, so it is found when asked.
 */
@Component
final class TravellersParty {
  private static final String TRIP = "/api/" + TripEvent.CONCEPT + "/";

  private final ReadModel<OfficialView> officials;
  private final NameTemplates templates;

  TravellersParty(ReadModel<OfficialView> officials, NameTemplates templates) {
    this.officials = officials;
    this.templates = templates;
  }

  /** The same list, where trips are of their travellers' parties too. */
  Selection including(Selection asked) {
    return asked.through(
        new Through(
            "party", OfficialEvent.CONCEPT, officials, Set.of(OfficeAttributes.PERHAPS_IN_ANY)));
  }

  /** The items in words, with the travellers' parties and the entries that say so. */
  List<HappeningView> told(List<HappeningView> items, AsOf asOf) {
    Map<OfficialId, List<Stretched<OfficialView>>> known = new HashMap<>();
    return templates.worded(items, asOf).stream()
        .map(item -> serving(item, known, asOf.position()))
        .toList();
  }

  private HappeningView serving(
      HappeningView item, Map<OfficialId, List<Stretched<OfficialView>>> known, long position) {
    if (!item.subject().startsWith(TRIP)) {
      return item;
    }
    Set<PartyId> parties = new LinkedHashSet<>(item.parties());
    Set<Long> entries = new TreeSet<>(item.entries());
    for (OfficialId traveller : item.officials()) {
      known.computeIfAbsent(traveller, who -> history(who, position)).stream()
          .filter(stretch -> overlap(stretch, item))
          .flatMap(stretch -> stretch.view().holds().stream())
          .filter(held -> held.held() != Certainty.UNKNOWN)
          .forEach(
              held -> {
                parties.add(held.party());
                entries.addAll(held.entries());
              });
    }
    return item.among(List.copyOf(parties), List.copyOf(entries));
  }

  private List<Stretched<OfficialView>> history(OfficialId who, long position) {
    return officials.history(OfficialEvent.CONCEPT + "/" + who, position);
  }

  private static boolean overlap(Stretched<OfficialView> stretch, HappeningView item) {
    LocalDate first = item.from() == null ? EdtfSpan.BEGINNING : item.from();
    LocalDate last = item.to() == null ? EdtfSpan.END : item.to();
    return !stretch.from().isAfter(last) && stretch.to().isAfter(first);
  }
}
