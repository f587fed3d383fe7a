package org.chancery.query.mission;

import static org.chancery.shared.mission.HeadStep.AGREMENT_REFUSED;
import static org.chancery.shared.mission.HeadStep.APPOINTED;
import static org.chancery.shared.mission.HeadStep.ARRIVED;
import static org.chancery.shared.mission.HeadStep.CREDENTIALS_PRESENTED;
import static org.chancery.shared.mission.HeadStep.FUNCTIONS_ENDED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.MissionTerm.Declaration;
import org.chancery.query.official.MissionTerm.StatedStep;
import org.chancery.query.official.MissionTerm.StepTaken;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A term at the head of a mission. Functions are taken up by presenting credentials, or else by
 * arriving, as the receiving party has it (Vienna Convention 1961, art. 13), and last to the day on
 * which they end, that day included (art. 43). Of one of whom neither is recorded it is open
 * whether the appointment was ever taken up.
 */
final class HeadTerm {
  private static final List<HeadStep> TAKING_UP =
      List.of(CREDENTIALS_PRESENTED, ARRIVED, APPOINTED);

  private final DiplomaticAgent head;
  private final TermId id;
  private final Map<HeadStep, StepTaken> steps = new EnumMap<>(HeadStep.class);
  private final List<StatedStep> claims = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private @Nullable String rank;
  private @Nullable MannerOfEnd manner;

  /** When another took the functions up, where no end of this term is recorded. */
  private @Nullable EdtfDate succeeded;

  HeadTerm(DiplomaticAgent head, TermId id) {
    this.head = head;
    this.id = id;
  }

  void take(StepTaken step) {
    steps.putIfAbsent(step.step(), step);
  }

  void claim(StatedStep claim) {
    claims.add(claim);
  }

  void declare(Declaration declaration) {
    declarations.add(declaration);
  }

  void rank(@Nullable String named) {
    rank = named == null ? rank : named;
  }

  void end(MannerOfEnd how) {
    manner = how;
  }

  boolean isOf(DiplomaticAgent other) {
    return head.key().equals(other.key());
  }

  boolean isOfSame(HeadTerm other) {
    return isOf(other.head);
  }

  @Nullable EdtfDate on(HeadStep step) {
    StepTaken taken = steps.get(step);
    return taken == null ? null : taken.on();
  }

  /** By which the functions may have been taken up, what is merely stated included. */
  private Stream<EdtfDate> beginnings() {
    boolean presented = steps.containsKey(CREDENTIALS_PRESENTED) || steps.containsKey(ARRIVED);
    return Stream.concat(
        steps.values().stream()
            .filter(
                taken ->
                    taken.step() == CREDENTIALS_PRESENTED
                        || taken.step() == ARRIVED
                        || (taken.step() == APPOINTED && !presented))
            .map(StepTaken::on),
        claims.stream().filter(claim -> TAKING_UP.contains(claim.stated())).map(StatedStep::on));
  }

  /** The first day on which it may have headed the mission; empty of one who is only proposed. */
  Optional<LocalDate> begins() {
    return beginnings().map(EdtfDate::earliest).min(Comparator.naturalOrder());
  }

  /** The day by which it has begun, if ever. */
  LocalDate begunBy() {
    return beginnings()
        .map(EdtfDate::latest)
        .max(Comparator.naturalOrder())
        .orElse(EdtfSpan.BEGINNING);
  }

  /** The first step that is recorded or stated, in the order of days. */
  LocalDate first() {
    return Stream.concat(
            steps.values().stream().map(StepTaken::on), claims.stream().map(StatedStep::on))
        .map(EdtfDate::earliest)
        .min(Comparator.naturalOrder())
        .orElse(EdtfSpan.BEGINNING);
  }

  private LocalDate last() {
    return Stream.concat(
            steps.values().stream().map(StepTaken::on), claims.stream().map(StatedStep::on))
        .map(EdtfDate::latest)
        .max(Comparator.naturalOrder())
        .orElse(EdtfSpan.END);
  }

  /** One mission has one head, so the functions are over once another has taken them up. */
  void endBefore(List<HeadTerm> others) {
    LocalDate last = last();
    succeeded =
        on(FUNCTIONS_ENDED) != null
            ? null
            : others.stream()
                .filter(other -> other != this)
                .flatMap(other -> Stream.ofNullable(other.on(CREDENTIALS_PRESENTED)))
                .filter(presented -> presented.earliest().isAfter(last))
                .min(Comparator.comparing(EdtfDate::latest))
                .orElse(null);
  }

  /** The days on which what is told of the term may change. */
  Stream<LocalDate> edges() {
    Stream<EdtfDate> dates =
        Stream.of(
                steps.values().stream().map(StepTaken::on),
                claims.stream().map(StatedStep::on),
                declarations.stream().map(Declaration::on))
            .flatMap(each -> each);
    return dates.flatMap(
        date ->
            Stream.of(
                date.earliest(),
                date.latest(),
                Days.after(date.earliest()),
                Days.after(date.latest())));
  }

  /** Whether the mission is headed by the person on the day; null where it surely is not. */
  @Nullable Certainty on(LocalDate day) {
    EdtfDate end = on(FUNCTIONS_ENDED);
    LocalDate begins = begins().orElse(EdtfSpan.END);
    if (day.isBefore(begins) || (end != null && day.isAfter(end.latest())) || isOver(day)) {
      return null;
    }
    EdtfDate presented = on(CREDENTIALS_PRESENTED);
    boolean sure =
        presented != null
            && !day.isBefore(presented.latest())
            && (end == null || !day.isAfter(end.earliest()))
            && (succeeded == null || day.isBefore(succeeded.earliest()))
            && !isInDoubt(day);
    return sure ? Certainty.YES : Certainty.INDETERMINATE;
  }

  private boolean isOver(LocalDate day) {
    return succeeded != null && !day.isBefore(succeeded.latest());
  }

  /** A source has it ended by then, or the receiving party would no longer have the person. */
  private boolean isInDoubt(LocalDate day) {
    return Stream.concat(
            claims.stream().filter(claim -> claim.stated() == FUNCTIONS_ENDED).map(StatedStep::on),
            declarations.stream().map(Declaration::on))
        .anyMatch(date -> date.earliest().isBefore(day));
  }

  /** True of one who is to head the mission and has not taken the functions up. */
  boolean isDesignated(LocalDate day) {
    EdtfDate end = on(FUNCTIONS_ENDED);
    EdtfDate refused = on(AGREMENT_REFUSED);
    return !day.isBefore(first())
        && day.isBefore(begins().orElse(EdtfSpan.END))
        && (end == null || !day.isAfter(end.latest()))
        && (refused == null || day.isBefore(refused.latest()))
        && !isOver(day);
  }

  /** The term as told on the day. */
  MissionTerm told(MissionId mission, LocalDate day) {
    Certainty held = on(day);
    StepTaken by = by(day, held);
    return new MissionTerm(
        mission.toString(),
        mission.sending(),
        mission.receiving(),
        head.official(),
        head.name(),
        id,
        rank,
        held,
        by == null ? null : by.step(),
        by == null ? null : by.on(),
        List.copyOf(steps.values()),
        manner,
        List.copyOf(declarations),
        List.copyOf(claims),
        entries().distinct().sorted().toList());
  }

  private Stream<Long> entries() {
    return Stream.of(
            steps.values().stream().map(StepTaken::entries),
            claims.stream().map(StatedStep::entries),
            declarations.stream().map(Declaration::entries))
        .flatMap(each -> each)
        .flatMap(List::stream);
  }

  /** The last step that may have been taken by the day; a head's, only one that makes a head. */
  private @Nullable StepTaken by(LocalDate day, @Nullable Certainty held) {
    boolean tells = held != null || isDesignated(day);
    return Stream.concat(
            steps.values().stream(),
            claims.stream()
                .map(claim -> new StepTaken(claim.stated(), claim.on(), claim.entries())))
        .filter(taken -> tells && !taken.on().earliest().isAfter(day))
        .filter(taken -> held == null || TAKING_UP.contains(taken.step()))
        .filter(taken -> taken.step() != FUNCTIONS_ENDED)
        .max(Comparator.comparing(StepTaken::step))
        .orElse(null);
  }
}
