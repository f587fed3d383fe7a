package org.chancery.query.relationship;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Ending;
import org.chancery.query.OfSubjects;
import org.chancery.query.party.Existences.Absence;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a pair from the entries on its relations alone.
 *
 * @param recognitions those that had happened by the day, or perhaps had
 * @param endings how relations were interrupted and severed by the day, or perhaps; by whom and
 *     over what
 * @param discrepancies what sources state that the rest of the history does not bear
 * @param absences the parties of the two that did not exist on the day, or perhaps did not
 * @param entries the positions that all this rests on
 */
public record RelationsView(
    Pair parties,
    Relations diplomaticRelations,
    Mission representation,
    List<Recognition> recognitions,
    List<Ending> endings,
    List<Discrepancy> discrepancies,
    List<Absence> absences,
    List<Long> entries)
    implements OfSubjects {
  public static final ReadModelSpec<RelationshipEvent, RelationsView> READ_MODEL =
      ReadModelSpec.of(
              "relationship", RelationshipEvent.class, RelationsView.class, RelationsFold::versions)
          .indexedBy("party");

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(parties.subject());
  }

  /** What the entries on the relations say, whatever became of the parties. */
  public RelationsView(
      Pair parties,
      Relations diplomaticRelations,
      Mission representation,
      List<Recognition> recognitions,
      List<Ending> endings,
      List<Discrepancy> discrepancies,
      List<Long> entries) {
    this(
        parties,
        diplomaticRelations,
        representation,
        recognitions,
        endings,
        discrepancies,
        List.of(),
        entries);
  }

  static RelationsView unknown(Pair pair) {
    return new RelationsView(
        pair,
        new Relations(RelationsStatus.UNKNOWN, null, List.of(), List.of()),
        Mission.UNKNOWN,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * How diplomatic relations stand on a day; unknown where nothing is recorded, ended with a party.
   */
  public enum RelationsStatus {
    NONE,
    UNKNOWN,
    RECOGNIZED,
    ESTABLISHED,
    INTERRUPTED,
    SEVERED,
    ENDED,
    INDETERMINATE
  }

  /** The level of representation on a day; unknown where none is recorded. */
  public enum Level {
    NONE,
    UNKNOWN,
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
   * @param between where it is indeterminate, the states that the dates and the discrepancies allow
   */
  public record Relations(
      RelationsStatus state,
      @Nullable EdtfDate since,
      List<RelationsStatus> between,
      List<Long> entries) {

    /** Every state that may be. */
    List<RelationsStatus> states() {
      return state == RelationsStatus.INDETERMINATE ? between : List.of(state);
    }
  }

  /** How one is represented in the other; read like {@link Relations}. */
  public record Mission(
      Level level, @Nullable EdtfDate since, List<Level> between, List<Long> entries) {
    static final Mission UNKNOWN = new Mission(Level.UNKNOWN, null, List.of(), List.of());
  }

  /** One party recognized the other, or both did in one act. */
  public record Recognition(
      PartyId by, PartyId of, EdtfDate on, boolean mutual, List<Long> entries) {}

  /**
   * An entry states a change that the rest of the history does not bear.
   *
   * @param entry its position
   */
  public record Discrepancy(
      long entry, StatedChange stated, EdtfDate on, String reason, List<Long> entries) {}
}
