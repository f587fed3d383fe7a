package org.chancery.query.official;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * An official.
 *
 * @param appointments all terms in office, by their beginning
 * @param attestations the offices in which sources have the official on some days, without saying
 *     when they were taken up and left
 * @param holds the offices held, or perhaps held, on the day asked about
 * @param entries the positions that all this rests on
 */
public record OfficialView(
    OfficialId official,
    String name,
    List<Appointment> appointments,
    List<Attestation> attestations,
    List<Held> holds,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<OfficialEvent, OfficialView> READ_MODEL =
      ReadModelSpec.of("official", OfficialEvent.class, OfficialView.class, OfficialFold::versions)
          .indexedBy("party", "called", "word", "office", "office-indeterminate", "office-yes")
          .filteredBy("office", OfficialView::offices);

  List<String> offices() {
    return Stream.concat(
            appointments.stream().map(Appointment::office),
            attestations.stream().map(Attestation::office))
        .toList();
  }

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

  /**
   * An office that is attested.
   *
   * @param first the first day that is attested
   * @param last the last one; between the two the office may have been left and taken up again
   * @param stretches how many stretches of days are attested; the entries name them
   */
  public record Attestation(
      String office,
      PartyId party,
      LocalDate first,
      LocalDate last,
      int stretches,
      List<Long> entries) {}

  /** An office on a day. */
  public record Held(String office, PartyId party, Certainty held, List<Long> entries) {

    /** Rests on what these rest on too. */
    Held with(List<Held> others) {
      List<Long> all =
          Stream.concat(others.stream().flatMap(held -> held.entries().stream()), entries.stream())
              .distinct()
              .sorted()
              .toList();
      return new Held(office, party, held, all);
    }
  }

  /** Whether an office is held on a day, as far as the record tells. */
  public enum Certainty {
    /** It is held. */
    YES,
    /** It may be: the dates of a term leave it open, or it is attested before and after. */
    INDETERMINATE,
    /** It is attested on days before alone, or after alone, and nobody says how long it lasted. */
    UNKNOWN
  }
}
