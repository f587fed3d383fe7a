package org.chancery.intake.travel;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chancery.shared.OfficialId;
import org.jspecify.annotations.Nullable;

/** What must be known of a release as a whole before its first file is taken in. */
final class ReleaseScan {
  private final Set<OfficialId> travellers = new HashSet<>();
  private final Map<Holder, Service> services = new LinkedHashMap<>();
  private final IncompleteSources doubts = new IncompleteSources();
  private final RecordIds records = new RecordIds();
  private @Nullable LocalDate release;

  void add(LegFile file) {
    doubts.add(file);
    for (Leg leg : file.legs()) {
      travellers.add(leg.traveller());
      records.add(leg);
      if (!leg.isOfPresidentElect()) {
        services
            .computeIfAbsent(new Holder(leg.role(), leg.traveller()), _ -> new Service(leg))
            .add(leg);
      }
      LocalDate edited = leg.edited();
      if (edited != null && (release == null || edited.isAfter(release))) {
        release = edited;
      }
    }
  }

  /** The day of the last change in it, which tells releases apart; null where it gives none. */
  @Nullable LocalDate release() {
    return release;
  }

  /** Who travelled in which office. */
  record Holder(Role role, OfficialId official) {}

  Map<Holder, Service> services() {
    return services;
  }

  RecordIds records() {
    return records;
  }

  IncompleteSources doubts() {
    return doubts;
  }

  boolean tellsOf(OfficialId traveller) {
    return travellers.contains(traveller);
  }
}
