package org.chancery.query.sanction;

import java.time.LocalDate;
import java.util.List;
import org.chancery.query.Ending;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.sanction.DesignatedPerson;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.sanction.SanctionState;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Sanctions.
 *
 * @param by who imposes them, or threatens to
 * @param against the parties; what is against persons alone is against no party
 * @param measures those that they surely consist of on the day asked about, as last recorded
 * @param possibleMeasures where the dates leave it open, further ones that they may consist of
 * @param legalBasis null where no source says it
 * @param state what they are on that day
 * @param between where that is indeterminate, the states that the dates allow
 * @param since the date of the step that led to the state; null where it is indeterminate
 * @param history what they were over time
 * @param endings how they were suspended and lifted by the day, or perhaps; by whom and over what
 * @param entries the positions that all this rests on
 */
public record SanctionView(
    SanctionId sanction,
    List<PartyId> by,
    List<PartyId> against,
    List<DesignatedPerson> persons,
    List<Measure> measures,
    List<Measure> possibleMeasures,
    @Nullable String legalBasis,
    String reason,
    SanctionStatus state,
    List<SanctionState> between,
    @Nullable EdtfDate since,
    List<Segment> history,
    List<Ending> endings,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<SanctionEvent, SanctionView> READ_MODEL =
      ReadModelSpec.of("sanction", SanctionEvent.class, SanctionView.class, SanctionFold::versions)
          .indexedBy("party", "official")
          .groupedBy(
              Dimension.of("by").many(),
              Dimension.of("against").many(),
              Dimension.of("party").many(),
              Dimension.of("official").many(),
              Dimension.of("state"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Subject subject() {
    return new Subject(SanctionEvent.CONCEPT, sanction.value());
  }

  /** Every state that the dates allow. */
  public List<SanctionState> states() {
    return state == SanctionStatus.INDETERMINATE
        ? between
        : List.of(SanctionState.valueOf(state.name()));
  }

  /** True where one of the two imposes them, or threatens to, and they are against the other. */
  public boolean isBetween(PartyId one, PartyId other) {
    return (by.contains(one) && against.contains(other))
        || (by.contains(other) && against.contains(one));
  }

  /** What sanctions are on a day. */
  public enum SanctionStatus {
    NONE,
    THREATENED,
    IN_FORCE,
    EASED,
    SUSPENDED,
    LIFTED,
    INDETERMINATE;

    static SanctionStatus of(Phase<SanctionState> phase) {
      return phase.named(state -> valueOf(state.name()), INDETERMINATE);
    }
  }

  /**
   * Days over which they were this.
   *
   * @param from the first day, or null where it was always so
   * @param to the day after the last, or null where no end is known
   */
  public record Segment(
      SanctionStatus state,
      List<SanctionState> between,
      List<Measure> measures,
      List<Measure> possibleMeasures,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Long> entries) {}
}
