package org.chancery.query.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.Days;

/** How an official's history reads. */
final class OfficialFold {
  private final OfficialId official;
  private final List<Long> entries = new ArrayList<>();
  private final List<Recorded<OfficialAppointed>> begun = new ArrayList<>();
  private final List<Recorded<AppointmentEnded>> ended = new ArrayList<>();
  private final List<Recorded<OfficeAttested>> attested = new ArrayList<>();
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
      case OfficeAttested event -> attested.add(new Recorded<>(position, event));
    }
  }

  private List<Version<OfficialView>> versions() {
    List<Term> terms = Term.of(begun, ended);
    Collection<Attested> beside = Attested.of(attested);
    List<LocalDate> cuts =
        Stream.concat(
                terms.stream().flatMap(term -> term.edges().stream()),
                beside.stream().flatMap(office -> office.edges().stream()))
            .toList();
    return Days.cutAt(cuts).stream().map(days -> version(days, terms, beside)).toList();
  }

  private Version<OfficialView> version(Days days, List<Term> terms, Collection<Attested> beside) {
    List<Held> holds = holds(days.from(), terms, beside);
    return new Version<>(
        OfficialEvent.CONCEPT + "/" + official,
        days.from(),
        days.to(),
        official.value(),
        null,
        attributes(name, holds),
        new OfficialView(
            official,
            name,
            terms.stream().map(Term::appointment).toList(),
            beside.stream().map(Attested::view).toList(),
            holds,
            List.copyOf(entries)));
  }

  private static List<Held> holds(LocalDate day, List<Term> terms, Collection<Attested> beside) {
    List<Held> holds = new ArrayList<>();
    terms.forEach(term -> term.on(day).ifPresent(holds::add));
    for (Attested office : beside) {
      List<Term> same = terms.stream().filter(term -> term.isIn(office)).toList();
      List<Held> known = same.stream().flatMap(term -> term.on(day).stream()).toList();
      if (known.stream().noneMatch(held -> held.held() == Certainty.YES)) {
        office
            .on(day, same)
            .ifPresent(
                held -> {
                  holds.removeAll(known);
                  holds.add(held.with(known));
                });
      }
    }
    return List.copyOf(holds);
  }

  private static Set<FilterAttribute> attributes(String name, List<Held> holds) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>(OfficialNames.attributes(name));
    for (Held held : holds) {
      attributes.add(new FilterAttribute("party", held.party().value()));
      attributes.addAll(OfficeAttributes.of(held));
    }
    return attributes;
  }
}
