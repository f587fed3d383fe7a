package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.source.AsRead;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.travel.TravelsOnRecord.OfficialOnRecord;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.provenance.Provenance;

/**
 * Registers each traveller once, before the first trip names one, and corrects the names of those
 * whom the ledger names as an earlier release did.
 */
final class TravellerNames {
  private final Consumer<ParsedRecord> into;
  private final TravelsOnRecord known;
  private final ReleaseScan survey;
  private final Map<OfficialId, String> registered = new HashMap<>();

  TravellerNames(Consumer<ParsedRecord> into, TravelsOnRecord known, ReleaseScan survey) {
    this.into = into;
    this.known = known;
    this.survey = survey;
  }

  /** Returns the name of the traveller's first leg, under which the registration is. */
  String of(Leg leg) {
    String first = registered.putIfAbsent(leg.traveller(), leg.name());
    if (first != null) {
      return first;
    }
    into.accept(registration(leg));
    if (!survey.doubts().concern(leg.traveller())) {
      known
          .namedBefore(leg.traveller(), survey.release())
          .filter(before -> !AsRead.same(before.name(), leg.name()))
          .ifPresent(before -> into.accept(correction(before, leg)));
    }
    return leg.name();
  }

  private static Draft registration(Leg leg) {
    RegisterOfficial command = new RegisterOfficial(leg.traveller(), leg.name());
    List<String> content = AsRead.words(List.of(command.name(), leg.role().name(), leg.locator()));
    return new Draft(
        TravelKeys.traveller(command.official().value(), content),
        command,
        new Provenance(null, null, List.of(leg.source(null))),
        leg.origin(),
        List.of(),
        true);
  }

  private Draft correction(OfficialOnRecord before, Leg leg) {
    LocalDate release = survey.release();
    String reason = TripDifferences.name(leg.name(), before.name(), release);
    RegisterOfficial as = new RegisterOfficial(leg.traveller(), leg.name());
    return new Draft(
        TravelKeys.renaming(leg.traveller().value(), before.entry(), leg.name()),
        UnreadCorrection.correcting(before.entry(), as, reason),
        new Provenance(null, null, List.of(leg.source(release))),
        leg.origin(),
        List.of(reason),
        false);
  }
}
