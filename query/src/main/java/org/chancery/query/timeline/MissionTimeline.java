package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.Choice;
import org.chancery.shared.OfficialId;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadLifecycle;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.AgrementGranted;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.OfTerm;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.jspecify.annotations.Nullable;

/** Each step of those who were to head a mission; of one term none comes before another. */
final class MissionTimeline {
  private static final AsSteps<Set<HeadStep>, HeadStep, MissionEvent> LIFECYCLE =
      new AsSteps<>(new HeadLifecycle(), HeadStep::of);

  private MissionTimeline() {}

  static List<TimelineItem> of(List<Recorded<MissionEvent>> history) {
    Map<String, List<Recorded<MissionEvent>>> terms = new LinkedHashMap<>();
    history.forEach(
        recorded ->
            terms.computeIfAbsent(term(recorded.event()), _ -> new ArrayList<>()).add(recorded));
    return terms.values().stream()
        .flatMap(term -> ValidOrder.of(LIFECYCLE, term, MissionEvent::on).stream())
        .sorted(Comparator.comparing(recorded -> recorded.event().on().earliest()))
        .map(MissionTimeline::item)
        .toList();
  }

  /** Equal of what is told of one term. */
  static String term(MissionEvent event) {
    return event instanceof OfTerm told ? told.head().key() + " " + told.term() : "";
  }

  private static TimelineItem item(Recorded<MissionEvent> recorded) {
    MissionEvent event = recorded.event();
    return TimelineItem.of(recorded, event.on(), summary(event))
        .among(List.of(event.sending(), event.receiving()))
        .with(known(head(event).official()));
  }

  private static DiplomaticAgent head(MissionEvent recorded) {
    return recorded instanceof OfTerm told ? told.head() : recorded.command().head();
  }

  private static List<OfficialId> known(@Nullable OfficialId head) {
    return head == null ? List.of() : List.of(head);
  }

  private static String summary(MissionEvent recorded) {
    String from = NameTemplates.of(recorded.sending());
    String to = NameTemplates.of(recorded.receiving());
    String who = name(head(recorded));
    return switch (recorded) {
      case HeadNominated event ->
          "%s nominates %s to head its mission to %s%s".formatted(from, who, to, as(event.rank()));
      case AgrementGranted _ ->
          "%s agrees to %s as head of the mission of %s".formatted(to, who, from);
      case AgrementRefused event ->
          "%s does not agree to %s as head of the mission of %s%s"
              .formatted(to, who, from, event.reason() == null ? "" : ": " + event.reason());
      case HeadAppointed event ->
          "%s appoints %s to head its mission to %s%s".formatted(from, who, to, as(event.rank()));
      case HeadArrived _ -> "%s arrives to head the mission of %s to %s".formatted(who, from, to);
      case CredentialsPresented _ -> "%s presents credentials of %s to %s".formatted(who, from, to);
      case FunctionsEnded event ->
          "%s ceases to head the mission of %s to %s%s".formatted(who, from, to, how(event));
      case PersonaNonGrataDeclared event ->
          "%s declares %s of the mission of %s persona non grata: %s"
              .formatted(to, who, from, event.reason());
      case MissionDiscrepancyNoted event ->
          "A source states of %s, for the mission of %s to %s, the step %s, which the rest does not bear: %s"
              .formatted(who, from, to, Choice.words(event.stated()), event.reason());
    };
  }

  private static String how(FunctionsEnded event) {
    return event.manner() == MannerOfEnd.UNSPECIFIED
        ? ""
        : " (%s)".formatted(Choice.words(event.manner()));
  }

  private static String as(@Nullable String rank) {
    return rank == null ? "" : " as " + rank;
  }

  private static String name(DiplomaticAgent head) {
    return head.official() == null
        ? String.valueOf(head.name())
        : NameTemplates.of(head.official());
  }
}
