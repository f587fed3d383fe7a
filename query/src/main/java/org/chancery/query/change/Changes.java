package org.chancery.query.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.change.Change.Kind;
import org.chancery.query.entry.Origin;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.SubjectHistory;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.trip.TripEvent.TripCorroborated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells of entries what they changed. */
@Component
final class Changes {
  private static final String CORRECTED = EventNames.nameOf(EntryCorrected.class);
  private static final String RETRACTED = EventNames.nameOf(EntryRetracted.class);
  private static final String ACCOUNT = EventNames.nameOf(AccountRecorded.class);
  private static final String PREFERENCE = EventNames.nameOf(AccountPreferred.class);

  private static final String CORROBORATION = EventNames.nameOf(TripCorroborated.class);

  /** By kinds, the names of the events that are of them; a retraction may also reinstate. */
  static final Map<String, List<String>> NAMES =
      Map.of(
          Choice.text(Kind.ADDED),
          EventNames.all().stream()
              .map(EventName::name)
              .filter(name -> !name.startsWith("entry.") && !name.equals(CORROBORATION))
              .distinct()
              .toList(),
          Choice.text(Kind.CORRECTED),
          List.of(CORRECTED),
          Choice.text(Kind.RETRACTED),
          List.of(RETRACTED),
          Choice.text(Kind.ACCOUNT_RECORDED),
          List.of(ACCOUNT),
          Choice.text(Kind.ACCOUNT_PREFERRED),
          List.of(PREFERENCE),
          Choice.text(Kind.CORROBORATED),
          List.of(CORROBORATION));

  private final JsonMapper json = LedgerJson.mapper();
  private final List<ChangeDetector> affected;
  private final SubjectHistory histories;

  Changes(List<ChangeDetector> affected, SubjectHistory histories) {
    this.affected = affected;
    this.histories = histories;
  }

  /** What each of the entries changed, with the names of that point in both times. */
  List<Change> of(List<Entry> entries, AsOf names) {
    Map<Long, List<ChangedAnswer>> answers = new HashMap<>();
    if (!entries.isEmpty()) {
      for (ChangeDetector each : affected) {
        each.changedBy(entries, names)
            .forEach((at, its) -> answers.computeIfAbsent(at, _ -> new ArrayList<>()).addAll(its));
      }
    }
    return entries.stream()
        .map(entry -> change(entry, news(answers.getOrDefault(entry.position(), List.of()))))
        .toList();
  }

  /** Where an entry changes what is said somewhere, who else merely cites it is no news. */
  static List<ChangedAnswer> news(List<ChangedAnswer> answers) {
    List<ChangedAnswer> news = answers.stream().filter(ChangedAnswer::saysOtherwise).toList();
    return news.isEmpty() ? answers : news;
  }

  private Change change(Entry entry, List<ChangedAnswer> answers) {
    Origin origin = Origin.of(entry);
    if (entry.name().equals(RETRACTED)) {
      return retraction(entry, origin, answers);
    }
    if (!entry.name().equals(CORRECTED)) {
      return new Change(origin, kind(entry.name()), reason(entry), null, List.of(), answers);
    }
    JsonNode payload = json.readTree(entry.payload());
    return new Change(
        origin,
        Kind.CORRECTED,
        payload.path("reason").asString(),
        payload.path("entry").asLong(),
        List.of(),
        answers);
  }

  /** What entries of the name do to those before them; one that reinstates is a retraction here. */
  static Kind kind(String name) {
    return Arrays.stream(Kind.values())
        .filter(kind -> NAMES.getOrDefault(Choice.text(kind), List.of()).contains(name))
        .findFirst()
        .orElse(Kind.ADDED);
  }

  private @Nullable String reason(Entry entry) {
    return entry.name().equals(PREFERENCE)
        ? json.readTree(entry.payload()).path("reason").asString()
        : null;
  }

  private Change retraction(Entry entry, Origin origin, List<ChangedAnswer> answers) {
    JsonNode payload = json.readTree(entry.payload());
    long target = payload.path("entry").asLong();
    String reason = payload.path("reason").asString();
    EntryRetracted retracted = new EntryRetracted(entry.subject(), target, 0, reason);
    List<Recorded<LedgerEvent>> earlier =
        histories.legibleBefore(entry.subject().toString(), entry.position());
    if (earlier.stream().noneMatch(each -> each.position() == target)) {
      return new Change(origin, Kind.RETRACTED, reason, target, List.of(), answers);
    }
    EffectiveHistory<LedgerEvent> before = Recorded.amended(LedgerEvent.class, earlier);
    return new Change(
        origin,
        before.retracts(target) ? Kind.REINSTATED : Kind.RETRACTED,
        reason,
        target,
        before.reinstatedBy(entry.position(), retracted).stream()
            .map(EffectiveEvent::entry)
            .toList(),
        answers);
  }
}
