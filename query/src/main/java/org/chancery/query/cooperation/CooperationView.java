package org.chancery.query.cooperation;

import java.time.LocalDate;
import java.util.List;
import org.chancery.query.Ending;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A cooperation.
 *
 * @param state how it stands on the day asked about
 * @param between where that is indeterminate, the states that the dates allow
 * @param since the date of the step that led to the state; null where it is indeterminate
 * @param history how it stood over time
 * @param endings how it was suspended and ended by the day, or perhaps; by whom and over what
 * @param entries the positions that all this rests on
 */
public record CooperationView(
    CooperationId cooperation,
    String field,
    List<PartyId> parties,
    CooperationStatus state,
    List<CooperationState> between,
    @Nullable EdtfDate since,
    List<Segment> history,
    List<Ending> endings,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<CooperationEvent, CooperationView> READ_MODEL =
      ReadModelSpec.of(
              "cooperation",
              CooperationEvent.class,
              CooperationView.class,
              CooperationFold::versions)
          .indexedBy("party")
          .filteredBy("field", view -> List.of(view.field()));

  @Override
  public Subject subject() {
    return new Subject(CooperationEvent.CONCEPT, cooperation.value());
  }

  /** How a cooperation stands on a day. */
  public enum CooperationStatus {
    NONE,
    ACTIVE,
    SUSPENDED,
    TERMINATED,
    INDETERMINATE;

    static CooperationStatus of(Phase<CooperationState> phase) {
      return phase.named(state -> valueOf(state.name()), INDETERMINATE);
    }
  }

  /**
   * Days over which it stood like this.
   *
   * @param from the first day, or null where it was always so
   * @param to the day after the last, or null where no end is known
   */
  public record Segment(
      CooperationStatus state,
      List<CooperationState> between,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Long> entries) {

    static Segment of(Phase<CooperationState> phase) {
      Days days = new Days(phase.from(), phase.to());
      return new Segment(
          CooperationStatus.of(phase), phase.between(), days.begin(), days.end(), phase.entries());
    }
  }

  /** Every state that the dates allow. */
  public List<CooperationState> states() {
    return state == CooperationStatus.INDETERMINATE
        ? between
        : List.of(CooperationState.valueOf(state.name()));
  }
}
