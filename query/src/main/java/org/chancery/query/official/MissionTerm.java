package org.chancery.query.official;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubjects;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MannerOfEnd;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.mission.TermId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A term of a person at the head of a mission, as told on a day.
 *
 * @param mission its id, which follows from the two parties
 * @param official null where the head is known by name alone
 * @param name of a head who is no official of the ledger
 * @param rank as the source has it; null where none is recorded
 * @param held whether the mission is headed by the person on the day; null where it surely is not
 * @param by the step that says so: presenting credentials makes it sure (Vienna Convention 1961,
 *     art. 13); of one who is to head it, the last step taken by the day
 * @param since the date of that step
 * @param steps all that are recorded of the term, in the order in which they are taken
 * @param manner how the functions ended; null where no end is recorded
 * @param because over what they ended; null where no entry is on record as the cause
 * @param personaNonGrata that the receiving party declared the person so
 * @param discrepancies what sources state of the term that the rest of it does not bear
 * @param entries the positions that all this rests on
 */
public record MissionTerm(
    String mission,
    PartyId sending,
    PartyId receiving,
    @Nullable OfficialId official,
    @Nullable String name,
    TermId term,
    @Nullable String rank,
    @Nullable Certainty held,
    @Nullable HeadStep by,
    @Nullable EdtfDate since,
    List<StepTaken> steps,
    @Nullable MannerOfEnd manner,
    @Nullable Because because,
    List<Declaration> personaNonGrata,
    List<StatedStep> discrepancies,
    List<Long> entries)
    implements OfSubjects {

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(new MissionId(sending, receiving).subject());
  }

  /** A step and when it was taken. */
  public record StepTaken(HeadStep step, EdtfDate on, List<Long> entries) {}

  /** That the receiving party declared a person not acceptable. */
  public record Declaration(
      @Nullable OfficialId official,
      @Nullable String name,
      PartyId by,
      EdtfDate on,
      String reason,
      List<Long> entries) {}

  /** A step that a source states and the rest of the term does not bear. */
  public record StatedStep(HeadStep stated, EdtfDate on, String reason, List<Long> entries) {}

  /** The same on a day on which the person neither heads the mission nor is to. */
  public MissionTerm notHeld() {
    return new MissionTerm(
        mission,
        sending,
        receiving,
        official,
        name,
        term,
        rank,
        null,
        null,
        null,
        steps,
        manner,
        because,
        personaNonGrata,
        discrepancies,
        entries);
  }

  /** The mission and term, which tell it from others of the person. */
  public String key() {
    return mission + " " + term;
  }
}
