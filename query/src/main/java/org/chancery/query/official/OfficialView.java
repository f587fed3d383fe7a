package org.chancery.query.official;

import java.util.List;
import org.chancery.query.OfSubject;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * An official.
 *
 * @param appointments all terms in office, by their beginning
 * @param holds the offices held, or perhaps held, on the day asked about
 * @param entries the positions that all this rests on
 */
public record OfficialView(
    OfficialId official,
    String name,
    List<Appointment> appointments,
    List<Held> holds,
    List<Long> entries)
    implements OfSubject {

  @Override
  public Subject subject() {
    return new Subject(OfficialEvent.CONCEPT, official.value());
  }

  /**
   * A term in office, both days included.
   *
   * @param from null where only its end is recorded
   * @param to null where no end is recorded
   */
  public record Appointment(
      String office,
      PartyId party,
      @Nullable EdtfDate from,
      @Nullable EdtfDate to,
      List<Long> entries) {}

  /** An office on a day. */
  public record Held(String office, PartyId party, Certainty held, List<Long> entries) {}

  /** Whether an office is held on a day, as far as the dates tell. */
  public enum Certainty {
    YES,
    INDETERMINATE
  }
}
