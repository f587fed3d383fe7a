package org.chancery.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.command.UnreadCorrection;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.provenance.Provenance;

/** Corrects the names of travellers whom the ledger names as an earlier release did. */
final class TravellerNames {
  private final Consumer<ParsedRecord> into;
  private final TravelsOnRecord known;
  private final ReleaseScan survey;
  private final Set<OfficialId> named = new HashSet<>();

  TravellerNames(Consumer<ParsedRecord> into, TravelsOnRecord known, ReleaseScan survey) {
    this.into = into;
    this.known = known;
    this.survey = survey;
  }

  /** Takes the name in the first leg of each, as a registration does. */
  void take(Leg leg) {
    if (named.add(leg.traveller()) && !survey.doubts().concern(leg.traveller())) {
      known
          .namedBefore(leg.traveller(), survey.release())
          .filter(before -> !AsRead.same(before.name(), leg.name()))
          .ifPresent(before -> into.accept(correction(before, leg)));
    }
  }

  private Draft correction(OfficialOnRecord before, Leg leg) {
    LocalDate release = survey.release();
    String reason = Differences.name(leg.name(), before.name(), release);
    RegisterOfficial as = new RegisterOfficial(leg.traveller(), leg.name());
    return new Draft(
        TravelKeys.renaming(leg.traveller().value(), before.entry(), leg.name()),
        UnreadCorrection.correcting(before.entry(), as, reason),
        new Provenance(null, null, List.of(OfficeOfTheHistorian.travels(leg, release))),
        leg.origin(),
        List.of(reason),
        false);
  }
}
