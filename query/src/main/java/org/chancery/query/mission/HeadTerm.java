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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.Ending.Because;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.MissionTerm.Declaration;
import org.chancery.query.official.MissionTerm.StatedStep;
import org.chancery.query.official.MissionTerm.StepTaken;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.shared.mission.DiplomaticAgent;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
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
  private @Nullable FunctionsEnded ended;
  private final String person;
  private final Map<Telling, MissionTerm> told = new HashMap<>();
  private Course course = Course.NONE;

  HeadTerm(DiplomaticAgent head, TermId id) {
    this.head = head;
    this.id = id;
    this.person = head.key();
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

  void end(FunctionsEnded event) {
    ended = event;
  }

  boolean isOf(DiplomaticAgent other) {
    return person.equals(other.key());
  }

  boolean isOfSame(HeadTerm other) {
    return person.equals(other.person);
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
        claims.stream()
            .filter(claim -> TAKING_UP.contains(claim.stated()) || isEndAlone(claim))
            .map(StatedStep::on));
  }

  /** Whose end is all that is stated headed the mission on its day, or may have. */
  private boolean isEndAlone(StatedStep claim) {
    return claim.stated() == FUNCTIONS_ENDED && steps.isEmpty() && claims.size() == 1;
  }

  private Stream<EdtfDate> dates() {
    return Stream.concat(
        steps.values().stream().map(StepTaken::on), claims.stream().map(StatedStep::on));
  }

  /** The first step that is recorded or stated, in the order of days. */
  LocalDate first() {
    return dates()
        .map(EdtfDate::earliest)
        .min(Comparator.naturalOrder())
        .orElse(EdtfSpan.BEGINNING);
  }

  /**
   * What follows from all steps together, kept for the many days that are asked about.
   *
   * @param begins the first day on which it may have headed the mission; null of one who is only
   *     proposed
   * @param begunBy the day by which it has begun
   * @param first the first step that is recorded or stated
   * @param doubtful from the day after which a source has it ended, or the receiving party would no
   *     longer have the person; the end of days where nothing says so
   * @param succeeded when another took the functions up, where no end of this term is recorded
   */
  private record Course(
      @Nullable LocalDate begins,
      LocalDate begunBy,
      LocalDate first,
      @Nullable EdtfDate presented,
      @Nullable EdtfDate refused,
      @Nullable EdtfDate end,
      @Nullable EdtfDate succeeded,
      LocalDate doubtful,
      List<Long> entries) {
    static final Course NONE =
        new Course(
            null,
            EdtfSpan.BEGINNING,
            EdtfSpan.BEGINNING,
            null,
            null,
            null,
            null,
            EdtfSpan.END,
            List.of());

    LocalDate over() {
      return end != null
          ? Days.after(end.latest())
          : succeeded != null ? succeeded.latest() : EdtfSpan.END;
    }

    boolean isOver(LocalDate day) {
      return (end != null && day.isAfter(end.latest()))
          || (succeeded != null && !day.isBefore(succeeded.latest()));
    }

    boolean isSure(LocalDate day) {
      return presented != null
          && !day.isBefore(presented.latest())
          && (end == null || !day.isAfter(end.earliest()))
          && (succeeded == null || day.isBefore(succeeded.earliest()))
          && !day.isAfter(doubtful);
    }
  }

  /**
   * To be called once all steps of all terms are taken.
   *
   * @param presented when credentials were presented, of all terms
   */
  void settle(List<EdtfDate> presented) {
    EdtfDate end =
        claims.stream()
            .filter(this::isEndAlone)
            .map(StatedStep::on)
            .findFirst()
            .orElse(on(FUNCTIONS_ENDED));
    course =
        new Course(
            beginnings().map(EdtfDate::earliest).min(Comparator.naturalOrder()).orElse(null),
            beginnings()
                .map(EdtfDate::latest)
                .max(Comparator.naturalOrder())
                .orElse(EdtfSpan.BEGINNING),
            first(),
            on(CREDENTIALS_PRESENTED),
            on(AGREMENT_REFUSED),
            end,
            end == null ? successionAmong(presented) : null,
            doubtful(),
            cited().distinct().sorted().toList());
  }

  /** One mission has one head, so the functions are over once another has taken them up. */
  private @Nullable EdtfDate successionAmong(List<EdtfDate> presented) {
    LocalDate last =
        dates().map(EdtfDate::latest).max(Comparator.naturalOrder()).orElse(EdtfSpan.END);
    return presented.stream()
        .filter(date -> date.earliest().isAfter(last))
        .min(Comparator.comparing(EdtfDate::latest))
        .orElse(null);
  }

  private LocalDate doubtful() {
    return Stream.concat(
            claims.stream()
                .filter(claim -> claim.stated() == FUNCTIONS_ENDED && !isEndAlone(claim))
                .map(StatedStep::on),
            declarations.stream().map(Declaration::on))
        .map(EdtfDate::earliest)
        .min(Comparator.naturalOrder())
        .orElse(EdtfSpan.END);
  }

  private Stream<Long> cited() {
    return Stream.of(
            steps.values().stream().map(StepTaken::entries),
            claims.stream().map(StatedStep::entries),
            declarations.stream().map(Declaration::entries))
        .flatMap(each -> each)
        .flatMap(List::stream);
  }

  /** True of one who may have headed the mission on some day. */
  boolean isTenure() {
    return course.begins() != null;
  }

  /** The first day on which it may have headed the mission. */
  LocalDate begins() {
    return Objects.requireNonNull(course.begins());
  }

  LocalDate begunBy() {
    return course.begunBy();
  }

  /** The first day on which it is surely over; none where nothing ends it. */
  LocalDate over() {
    return course.over();
  }

  /** The days on which what is told of the term may change: ends and doubts tell on the next. */
  Stream<LocalDate> edges() {
    return Stream.of(
            dates().flatMap(date -> Stream.of(date.earliest(), date.latest())),
            Stream.ofNullable(course.end())
                .flatMap(end -> Stream.of(Days.after(end.earliest()), Days.after(end.latest()))),
            Stream.of(Days.after(course.doubtful())))
        .flatMap(each -> each);
  }

  /** Whether the mission is headed by the person on the day; null where it surely is not. */
  @Nullable Certainty on(LocalDate day) {
    if (course.begins() == null || day.isBefore(course.begins()) || course.isOver(day)) {
      return null;
    }
    return course.isSure(day) ? Certainty.YES : Certainty.INDETERMINATE;
  }

  /** True of one who is to head the mission and has not taken the functions up. */
  boolean isDesignated(LocalDate day) {
    EdtfDate refused = course.refused();
    return !day.isBefore(course.first())
        && (course.begins() == null || day.isBefore(course.begins()))
        && (refused == null || day.isBefore(refused.latest()))
        && !course.isOver(day);
  }

  /** The term as told on the day. */
  MissionTerm told(MissionId mission, LocalDate day) {
    Certainty held = on(day);
    StepTaken by = held != null || isDesignated(day) ? by(day, held != null) : null;
    return told.computeIfAbsent(new Telling(held, by), telling -> told(mission, telling));
  }

  /** Most days tell of a term alike, so that each telling is made once. */
  private record Telling(@Nullable Certainty held, @Nullable StepTaken by) {}

  private MissionTerm told(MissionId mission, Telling telling) {
    StepTaken by = telling.by();
    return new MissionTerm(
        mission.toString(),
        mission.sending(),
        mission.receiving(),
        head.official(),
        head.name(),
        id,
        rank,
        telling.held(),
        by == null ? null : by.step(),
        by == null ? null : by.on(),
        List.copyOf(steps.values()),
        ended == null ? null : ended.manner(),
        ended == null ? null : Because.of(ended.because()),
        List.copyOf(declarations),
        List.copyOf(claims),
        course.entries());
  }

  /** The last step that may have been taken by the day; a head's, only one that makes a head. */
  private @Nullable StepTaken by(LocalDate day, boolean isHead) {
    return Stream.concat(
            steps.values().stream(),
            claims.stream()
                .map(claim -> new StepTaken(claim.stated(), claim.on(), claim.entries())))
        .filter(taken -> !taken.on().earliest().isAfter(day))
        .filter(taken -> !isHead || TAKING_UP.contains(taken.step()) || steps.isEmpty())
        .filter(taken -> taken.step() != FUNCTIONS_ENDED || steps.isEmpty())
        .max(Comparator.comparing(StepTaken::step))
        .orElse(null);
  }
}
