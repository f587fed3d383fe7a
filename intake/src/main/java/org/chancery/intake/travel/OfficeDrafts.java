package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.travel.ReleaseScan.Holder;
import org.chancery.intake.travel.TravelsOnRecord.OfficeOnRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand.AttestOffice;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Drafts in which offices travellers were on the days of their travels. The travels say no more:
 * not when an office was taken up, nor when it was left. It follows from trips, which are counted
 * themselves.
 */
final class OfficeDrafts {
  private static final String ON_THE_DAYS =
      "In office on the days of the travels made in it, which do not say when it was taken up"
          + " and left.";

  private final Consumer<ParsedRecord> into;
  private final TravelsOnRecord known;
  private final ReleaseScan survey;
  private final @Nullable LocalDate release;

  OfficeDrafts(Consumer<ParsedRecord> into, TravelsOnRecord known, ReleaseScan survey) {
    this.into = into;
    this.known = known;
    this.survey = survey;
    this.release = survey.release();
  }

  void draft() {
    survey.services().forEach(this::draft);
  }

  private void draft(Holder holder, Service service) {
    Leg leg = service.first();
    try {
      AttestOffice attested =
          new AttestOffice(
              holder.official(), holder.role().office(), Gazetteer.UNITED_STATES, service.days());
      Optional<OfficeOnRecord> before = known.attested(holder.official(), holder.role());
      if (before.isEmpty()) {
        into.accept(draft(key(attested), attested, provenance(holder, service, ON_THE_DAYS), leg));
      } else if (isOtherwise(before.get(), attested)) {
        correct(before.get(), attested, holder, service);
      }
    } catch (InvalidValue fault) {
      into.accept(new RejectedRecord(leg.file(), leg.line(), null, fault));
    }
  }

  private boolean isOtherwise(OfficeOnRecord before, AttestOffice now) {
    return !before.event().on().equals(now.on())
        && before.yieldsTo(release)
        && !survey.doubts().concern(now.official());
  }

  private void correct(
      OfficeOnRecord before, AttestOffice attested, Holder holder, Service service) {
    String reason = "The release of %s has travels in this office on other days".formatted(release);
    String official = attested.official().value();
    into.accept(
        draft(
            TravelKeys.officeCorrection(official, before.entry(), content(attested)),
            UnreadCorrection.correcting(before.entry(), attested, reason),
            provenance(holder, service, ON_THE_DAYS),
            service.first()));
  }

  /** What is told of the one id is no longer told of the other. */
  void retract(Role role, Map<OfficialId, OfficialId> renamed) {
    renamed.forEach(
        (former, now) -> {
          Service service = survey.services().get(new Holder(role, now));
          if (service != null) {
            known
                .attested(former, role)
                .filter(before -> before.yieldsTo(release) && !survey.doubts().concern(now))
                .ifPresent(before -> retract(before, new Holder(role, now), service));
          }
        });
  }

  private void retract(OfficeOnRecord before, Holder now, Service service) {
    String former = before.event().official().value();
    String reason =
        "The release of %s tells of %s as %s".formatted(release, former, now.official());
    into.accept(
        draft(
            TravelKeys.officeRetraction(former, before.entry(), String.valueOf(release)),
            UnreadCorrection.retracting(before.entry(), reason),
            provenance(now, service, reason),
            service.first()));
  }

  private static Draft draft(String key, LedgerCommand command, Provenance by, Leg leg) {
    return new Draft(key, command, by, leg.origin(), List.of(), true);
  }

  private Provenance provenance(Holder holder, Service service, String rationale) {
    List<Source> files =
        service.files().stream().map(file -> holder.role().source(release, file)).toList();
    return new Provenance(null, rationale, files);
  }

  private static String key(AttestOffice attested) {
    return TravelKeys.office(attested.official().value(), content(attested));
  }

  private static List<String> content(AttestOffice attested) {
    return Stream.concat(Stream.of(attested.office()), attested.on().stream().map(EdtfSpan::text))
        .toList();
  }
}
