package org.chancery.query.party;

import java.util.List;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A party.
 *
 * @param name what it is called on the day asked about; null where the dates of its renamings leave
 *     that open
 * @param possibleNames where that is open, all that it may be called
 * @param codes the ISO codes by which it may be named
 * @param existed when it existed, or null where that is not known
 * @param extant whether it exists on the day asked about
 * @param succeeds whose successor it is
 * @param called all that it was ever called, in order
 * @param variantNames what sources call it besides
 * @param entries the positions that all this rests on
 */
public record PartyView(
    PartyId party,
    @Nullable String name,
    List<String> possibleNames,
    PartyKind kind,
    List<String> codes,
    @Nullable EdtfSpan existed,
    Extant extant,
    List<PartyId> succeeds,
    List<Called> called,
    List<String> variantNames,
    List<Long> entries) {
  public static final ReadModelSpec<PartyEvent, PartyView> READ_MODEL =
      ReadModelSpec.of("party", PartyEvent.class, PartyView.class, PartyFold::versions)
          .indexedBy("called", "called-then", "word", "code", "succeeds")
          .filteredBy("code", PartyView::codes);

  /** Whether a party exists on a day. */
  public enum Extant {
    YES,
    NO,
    /** Its dates leave it open. */
    INDETERMINATE,
    /** Nobody says when it existed. */
    UNKNOWN
  }

  /**
   * What a party was called.
   *
   * @param since when it was given that name; null of the one under which it was registered, which
   *     is its name until another is
   * @param reason why it was, or null where nobody says so
   */
  public record Called(
      String name, @Nullable EdtfDate since, @Nullable String reason, List<Long> entries) {}

  /** What it is called on the day, in words: all that it may be called where that is open. */
  public String inWords() {
    return name == null ? String.join(" or ", possibleNames) : name;
  }

  /** The positions that say when it existed, and whom it succeeds. */
  List<Long> registration() {
    return called.getFirst().entries();
  }
}
