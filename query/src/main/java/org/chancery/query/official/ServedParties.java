package org.chancery.query.official;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.Selection.Through;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.springframework.stereotype.Component;

/**
 * Whom officials serve: the parties whose offices they hold, or perhaps hold. That is another
 * subject's history than that of what they do, so it is found when asked.
 */
@Component
public final class ServedParties {
  private final ReadModel<OfficialView> officials;

  ServedParties(ReadModel<OfficialView> officials) {
    this.officials = officials;
  }

  /** The same list, where what officials do is of the parties that they serve too. */
  public Selection including(Selection asked) {
    return asked.through(
        new Through(
            "party", OfficialEvent.CONCEPT, officials, Set.of(OfficeAttributes.PERHAPS_IN_ANY)));
  }

  /** As known at a position; to be kept for one question, for it reads each official once. */
  public AsKnown at(long position) {
    return new AsKnown(officials, position, new HashMap<>());
  }

  /**
   * That an official served a party on some day.
   *
   * @param always true where it was so on all days asked about
   * @param entries the positions that say so
   */
  public record Service(PartyId party, boolean always, List<Long> entries) {}

  /** What is known at a position. */
  public record AsKnown(
      ReadModel<OfficialView> officials,
      long position,
      Map<OfficialId, List<Stretched<OfficialView>>> read) {

    /** Whom the official served, or perhaps served, from the first to the last day. */
    public List<Service> of(OfficialId who, LocalDate first, LocalDate last) {
      List<Stretched<OfficialView>> then =
          read.computeIfAbsent(who, this::history).stream()
              .filter(stretch -> !stretch.from().isAfter(last) && stretch.to().isAfter(first))
              .toList();
      Map<PartyId, Set<Long>> served = new LinkedHashMap<>();
      then.stream()
          .flatMap(stretch -> stretch.view().holds().stream())
          .filter(held -> held.held() != Certainty.UNKNOWN)
          .forEach(
              held ->
                  served
                      .computeIfAbsent(held.party(), _ -> new TreeSet<>())
                      .addAll(held.entries()));
      return served.entrySet().stream()
          .map(
              of ->
                  new Service(
                      of.getKey(),
                      then.stream().allMatch(stretch -> surely(of.getKey(), stretch.view())),
                      List.copyOf(of.getValue())))
          .toList();
    }

    private static boolean surely(PartyId party, OfficialView official) {
      return official.holds().stream()
          .filter(held -> held.party().equals(party))
          .map(Held::held)
          .anyMatch(Certainty.YES::equals);
    }

    private List<Stretched<OfficialView>> history(OfficialId who) {
      return officials.history(OfficialEvent.CONCEPT + "/" + who, position);
    }
  }
}
