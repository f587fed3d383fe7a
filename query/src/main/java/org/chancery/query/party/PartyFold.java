package org.chancery.query.party;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.query.party.PartyView.Extant;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.ReplaceLifecycle;
import org.chancery.shared.time.Step;
import org.jspecify.annotations.Nullable;

/** How a party's history reads. */
final class PartyFold {

  private PartyFold() {}

  static List<Version<PartyView>> versions(List<Recorded<PartyEvent>> history) {
    return history.isEmpty() ? List.of() : versions(history.getLast());
  }

  private static List<Version<PartyView>> versions(Recorded<PartyEvent> recorded) {
    return switch (recorded.event()) {
      case PartyRegistered party ->
          existence(party.existed(), recorded.position()).stretches().stream()
              .map(
                  stretch ->
                      new Version<>(
                          party.subject().toString(),
                          stretch.from(),
                          stretch.to(),
                          party.party().value(),
                          party.existed(),
                          attributes(party),
                          view(party, stretch.states(), recorded.position())))
              .toList();
    };
  }

  /** It exists from its first day to its last; the day after the last it is gone. */
  private static Chronicle<Extant, Extant> existence(@Nullable EdtfSpan existed, long entry) {
    if (existed == null) {
      return Chronicle.of(new ReplaceLifecycle<>(Extant.UNKNOWN));
    }
    Chronicle<Extant, Extant> chronicle =
        Chronicle.of(new ReplaceLifecycle<>(existed.start() == null ? Extant.YES : Extant.NO));
    if (existed.start() != null) {
      chronicle = chronicle.place(new Step<>(Extant.YES, existed.start(), entry));
    }
    if (existed.end() != null) {
      EdtfDate end = existed.end();
      EdtfDate gone =
          new EdtfDate(end.text(), Days.after(end.earliest()), Days.after(end.latest()));
      chronicle = chronicle.place(new Step<>(Extant.NO, gone, entry));
    }
    return chronicle;
  }

  private static PartyView view(PartyRegistered party, List<Extant> states, long position) {
    return new PartyView(
        party.party(),
        party.name(),
        party.kind(),
        party.codes(),
        party.existed(),
        states.size() == 1 ? states.getFirst() : Extant.INDETERMINATE,
        party.succeeds(),
        List.of(position));
  }

  private static Set<FilterAttribute> attributes(PartyRegistered party) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    attributes.add(FilterAttribute.of("kind", party.kind()));
    if (party.existed() != null) {
      attributes.add(Existences.RECORDED);
    }
    attributes.addAll(PartyNames.attributes(party.party(), party.name()));
    party.codes().forEach(code -> attributes.add(new FilterAttribute("code", code)));
    party.succeeds().forEach(before -> attributes.add(Successors.of(before.value())));
    if (!party.succeeds().isEmpty()) {
      attributes.add(Successors.OF_ANY);
    }
    return attributes;
  }
}
