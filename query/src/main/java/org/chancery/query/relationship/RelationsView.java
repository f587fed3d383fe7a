package org.chancery.query.relationship;

import java.util.List;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.relationship.DiplomaticRelations;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a pair from the entries on its relations alone.
 *
 * @param recognitions those that had happened by the day, or perhaps had
 * @param discrepancies what sources state that the rest of the history does not bear
 * @param entries the positions that all this rests on
 */
public record RelationsView(
    Pair parties,
    Relations diplomaticRelations,
    Mission representation,
    List<Recognition> recognitions,
    List<Discrepancy> discrepancies,
    List<Long> entries) {

  static RelationsView none(Pair pair) {
    return new RelationsView(
        pair,
        new Relations(RelationsStatus.NONE, null, List.of(), List.of()),
        new Mission(Level.NONE, null, List.of(), List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  /** How diplomatic relations stand on a day. */
  public enum RelationsStatus {
    NONE,
    RECOGNIZED,
    ESTABLISHED,
    INTERRUPTED,
    SEVERED,
    INDETERMINATE
  }

  /** The level of representation on a day. */
  public enum Level {
    NONE,
    CONSULATE,
    INTERESTS_SECTION,
    LIAISON_OFFICE,
    LEGATION,
    EMBASSY,
    INDETERMINATE
  }

  /**
   * Diplomatic relations.
   *
   * @param since the date of the step that led to the state; null where it is indeterminate
   * @param between where it is indeterminate, the states that the dates allow
   */
  public record Relations(
      RelationsStatus state,
      @Nullable EdtfDate since,
      List<DiplomaticRelations> between,
      List<Long> entries) {

    /** Every state that the dates allow. */
    List<DiplomaticRelations> states() {
      return state == RelationsStatus.INDETERMINATE
          ? between
          : List.of(DiplomaticRelations.valueOf(state.name()));
    }
  }

  /** How one is represented in the other; read like {@link Relations}. */
  public record Mission(
      Level level, @Nullable EdtfDate since, List<Representation> between, List<Long> entries) {}

  /** One party recognized the other, or both did in one act. */
  public record Recognition(
      PartyId by, PartyId of, EdtfDate on, boolean mutual, List<Long> entries) {}

  /** A source states a change that cannot have been. */
  public record Discrepancy(StatedChange stated, EdtfDate on, String reason, List<Long> entries) {}
}
