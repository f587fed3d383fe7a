package org.chancery.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.intake.TravelsOnRecord.Told;
import org.chancery.journal.Attribution;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
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
import org.jspecify.annotations.Nullable;

/** What the ledger holds of appointments before a release of them is taken in. */
public final class AppointmentsOnRecord {
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

  /** Out of the journal itself. */
  public static Supplier<AppointmentsOnRecord> in(EventStorageEngine journal) {
    return () ->
        RecordedTravels.read(journal, AppointmentsOnRecord::concerns, AppointmentsOnRecord::of);
  }

  /** Over REST. */
  public static Supplier<AppointmentsOnRecord> in(RemoteLedger ledger) {
    return () ->
        of(
            RecordedTravels.read(
                ledger, RecordedTravels.names(TYPES), AppointmentsOnRecord::concerns));
  }

  private static boolean concerns(String subject) {
    return subject.startsWith(MissionEvent.CONCEPT + "/")
        || subject.startsWith(OfficialEvent.CONCEPT + "/");
  }

  private static AppointmentsOnRecord of(Stream<Told> entries) {
    Map<Subject, EffectiveHistory<LedgerEvent>> subjects = new LinkedHashMap<>();
    Map<Long, Attribution> attributions = new HashMap<>();
    entries.forEach(
        told -> {
          attributions.put(told.position(), told.attribution());
          subjects.compute(
              told.event().subject(),
              (_, before) ->
                  (before == null ? EffectiveHistory.byPosition(LedgerEvent.class) : before)
                      .with(told.position(), told.event()));
        });
    AppointmentsOnRecord known = new AppointmentsOnRecord();
    for (EffectiveHistory<LedgerEvent> history : subjects.values()) {
      for (EffectiveEvent<LedgerEvent> standing : history.standing()) {
        known.add(standing, Objects.requireNonNull(attributions.get(standing.entry())));
      }
    }
    return known;
  }

  private void add(EffectiveEvent<LedgerEvent> standing, Attribution by) {
    LedgerEvent event = standing.event();
    if (event instanceof OfficialRegistered registered) {
      officials.add(registered.official());
    }
    String post = TermStatement.post(event);
    String slot = TermStatement.slot(event);
    if (post != null && slot != null) {
      List<Source> sources = by.documents();
      boolean ours = AppointmentKeys.isOne(by.commandId());
      String record = record(event, sources, ours);
      posts
          .computeIfAbsent(post, _ -> new LinkedHashMap<>())
          .computeIfAbsent(record, _ -> new LinkedHashMap<>())
          .putIfAbsent(
              slot,
              new StatementOnRecord(
                  event, standing.entry(), on(event), record, ours, release(sources)));
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

  private static @Nullable LocalDate release(List<Source> sources) {
    return sources.stream()
        .map(Source::published)
        .filter(Objects::nonNull)
        .map(EdtfDate::latest)
        .findFirst()
        .orElse(null);
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
