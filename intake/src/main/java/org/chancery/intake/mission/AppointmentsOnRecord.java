package org.chancery.intake.mission;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RecordedEntries.Recorded;
import org.chancery.intake.ledger.StandingEntries;
import org.chancery.intake.ledger.StandingEntries.Standing;
import org.chancery.journal.Attribution;
import org.chancery.shared.OfficialId;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.OfTerm;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;

/** What the ledger holds of appointments before a release of them is taken in. */
public final class AppointmentsOnRecord {
  private static final List<String> CONCEPTS = List.of(MissionEvent.CONCEPT, OfficialEvent.CONCEPT);
  private static final List<Class<?>> TYPES =
      List.of(
          MissionEvent.class,
          OfficialRegistered.class,
          OfficialAppointed.class,
          AppointmentEnded.class,
          EntryEvent.class);

  /** By person and post, the terms by what the source calls them, each by its turns. */
  private final Map<String, Map<String, Map<String, StatementOnRecord>>> posts =
      new LinkedHashMap<>();

  private final Set<OfficialId> officials = new HashSet<>();

  private AppointmentsOnRecord() {}

  public static AppointmentsOnRecord none() {
    return new AppointmentsOnRecord();
  }

  /** Read once it is asked for. */
  public static Supplier<AppointmentsOnRecord> in(RecordedEntries ledger) {
    return () -> ledger.read(CONCEPTS, TYPES, AppointmentsOnRecord::of);
  }

  private static AppointmentsOnRecord of(Stream<Recorded> entries) {
    AppointmentsOnRecord known = new AppointmentsOnRecord();
    StandingEntries.of(entries).all().forEach(known::add);
    return known;
  }

  private void add(Standing standing) {
    LedgerEvent event = standing.event();
    if (event instanceof OfficialRegistered registered) {
      officials.add(registered.official());
    }
    String post = TermStatement.post(event);
    String slot = TermStatement.slot(event);
    if (post != null && slot != null) {
      Attribution by = standing.attribution();
      boolean ours = AppointmentKeys.isOne(by.commandId());
      String record = record(event, by.documents(), ours);
      posts
          .computeIfAbsent(post, _ -> new LinkedHashMap<>())
          .computeIfAbsent(record, _ -> new LinkedHashMap<>())
          .putIfAbsent(
              slot,
              new StatementOnRecord(
                  event, standing.entry(), on(event), record, ours, standing.release()));
    }
  }

  private static String record(LedgerEvent event, List<Source> sources, boolean ours) {
    String locator = ours ? sources.getFirst().locator() : null;
    if (locator != null) {
      return locator.substring(locator.lastIndexOf(' ') + 1);
    }
    return event instanceof OfTerm told ? told.term().value() : "";
  }

  private static EdtfDate on(LedgerEvent event) {
    return switch (event) {
      case MissionEvent mission -> mission.on();
      case OfficialAppointed appointed -> appointed.on();
      case AppointmentEnded ended -> ended.on();
      default -> throw new IllegalStateException("%s is of no appointment".formatted(event));
    };
  }

  boolean holds(OfficialId official) {
    return officials.contains(official);
  }

  /** The terms of a person in a post, by what the source calls them, each by its turns. */
  Map<String, Map<String, StatementOnRecord>> in(String post) {
    return posts.getOrDefault(post, Map.of());
  }

  /** All that stands, by persons and posts. */
  Map<String, Map<String, Map<String, StatementOnRecord>>> all() {
    return posts;
  }
}
