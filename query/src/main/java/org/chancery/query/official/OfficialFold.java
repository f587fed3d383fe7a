package org.chancery.query.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.query.asof.Days;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.Recorded;
import org.chancery.query.asof.Version;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.official.OfficialId;

/** How an official's history reads. */
final class OfficialFold {
  private final OfficialId official;
  private final List<Long> entries = new ArrayList<>();
  private final List<Recorded<OfficialAppointed>> begun = new ArrayList<>();
  private final List<Recorded<AppointmentEnded>> ended = new ArrayList<>();
  private String name;

  private OfficialFold(OfficialId official) {
    this.official = official;
    this.name = official.value();
  }

  static List<Version<OfficialView>> versions(List<Recorded<OfficialEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    OfficialFold fold = new OfficialFold(history.getFirst().event().official());
    history.forEach(fold::take);
    return fold.versions();
  }

  private void take(Recorded<OfficialEvent> recorded) {
    long position = recorded.position();
    entries.add(position);
    switch (recorded.event()) {
      case OfficialRegistered event -> name = event.name();
      case OfficialAppointed event -> begun.add(new Recorded<>(position, event));
      case AppointmentEnded event -> ended.add(new Recorded<>(position, event));
    }
  }

  private List<Version<OfficialView>> versions() {
    List<Term> terms = Term.of(begun, ended);
    List<LocalDate> cuts = terms.stream().flatMap(term -> term.edges().stream()).toList();
    return Days.cutAt(cuts).stream().map(days -> version(days, terms)).toList();
  }

  private Version<OfficialView> version(Days days, List<Term> terms) {
    List<Held> holds = terms.stream().flatMap(term -> term.on(days.from()).stream()).toList();
    return new Version<>(
        OfficialEvent.CONCEPT + "/" + official,
        days.from(),
        days.to(),
        official.value(),
        null,
        facets(holds),
        new OfficialView(
            official,
            name,
            terms.stream().map(Term::appointment).toList(),
            holds,
            List.copyOf(entries)));
  }

  private static Set<Facet> facets(List<Held> holds) {
    Set<Facet> facets = new LinkedHashSet<>();
    if (!holds.isEmpty()) {
      facets.add(OfficeFacets.OF_ANY);
    }
    for (Held held : holds) {
      facets.add(new Facet("party", held.party().value()));
      facets.addAll(OfficeFacets.of(held.office()));
    }
    return facets;
  }
}
