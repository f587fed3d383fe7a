package org.chancery.query.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.chancery.query.account.Following;
import org.chancery.query.party.PartyView.Extant;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which parties did not exist, or perhaps not, on a day. */
@Component
public final class Existences {
  /** What every party has whose existence is recorded. */
  static final FilterAttribute RECORDED = new FilterAttribute("existence", "recorded");

  private final ReadModel<PartyView> parties;
  private final Successors successors;

  Existences(ReadModel<PartyView> parties, Successors successors) {
    this.parties = parties;
    this.successors = successors;
  }

  /**
   * A party that did not exist.
   *
   * @param sure false where the dates leave it open
   * @param ended true where it had ceased, or may have; false where it had not come to be
   * @param on the day on which it ceased or came to be, as far as that is known
   * @param successors those registered as its successors
   * @param entries the positions that say so
   */
  public record Absence(
      PartyId party,
      boolean sure,
      boolean ended,
      @Nullable EdtfDate on,
      List<PartyAnswer.Successor> successors,
      List<Long> entries) {}

  /**
   * Over all of valid time, what is held of the party; empty where that never says that it ended.
   */
  public List<Stretched<PartyView>> of(PartyId party, Following by) {
    return by.history(parties, new Subject(PartyEvent.CONCEPT, party.value())).stream()
        .filter(stretch -> stretch.view().existed() != null)
        .toList();
  }

  /** Those of all parties, by one query. */
  public List<Stretched<PartyView>> all(AsOf asOf) {
    return parties.histories(Selection.anyDay(Set.of(RECORDED)), asOf);
  }

  /** Those of the stretches that hold on the day and say that the party did not exist. */
  public List<Absence> on(LocalDate day, List<Stretched<PartyView>> stretches, AsOf asOf) {
    List<PartyView> absent =
        stretches.stream()
            .filter(stretch -> stretch.holdsOn(day) && stretch.view().extant() != Extant.YES)
            .map(Stretched::view)
            .toList();
    return successors.with(absent, asOf).stream().map(party -> absence(party, day)).toList();
  }

  private static Absence absence(PartyAnswer answer, LocalDate day) {
    PartyView party = answer.party();
    EdtfDate begins = party.existed() == null ? null : party.existed().start();
    EdtfDate ends = party.existed() == null ? null : party.existed().end();
    boolean ended = mayHaveBegun(begins, day) && mayHaveEnded(ends, day);
    return new Absence(
        party.party(),
        party.extant() == Extant.NO,
        ended,
        ended ? ends : begins,
        ended ? answer.successors() : List.of(),
        party.registration());
  }

  private static boolean mayHaveBegun(@Nullable EdtfDate begins, LocalDate day) {
    return begins == null || !day.isBefore(begins.earliest());
  }

  private static boolean mayHaveEnded(@Nullable EdtfDate ends, LocalDate day) {
    return ends != null && day.isAfter(ends.earliest());
  }
}
