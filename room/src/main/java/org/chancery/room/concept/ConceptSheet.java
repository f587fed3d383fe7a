package org.chancery.room.concept;

import java.util.List;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;

/**
 * The page of one of a concept.
 *
 * @param lead the answer in a sentence; empty where the ledger has none
 * @param alone by whose account alone all is told; empty where by those that answers follow
 * @param entries all that the answer rests on
 * @param fields what it says in few words
 * @param tables what it says in many
 * @param disputes the facts of which accounts differ
 * @param firsts what it is the first of, or the first since
 */
public record ConceptSheet(
    Sheet sheet,
    String lead,
    String alone,
    Cited entries,
    List<Field> fields,
    List<Grid> tables,
    List<Dispute> disputes,
    List<First> firsts,
    String searched,
    Evidence evidence) {

  /** A fact of which accounts differ: what each says, side by side. */
  public record Dispute(Cited fact, List<Account> accounts, Grid differs) {}

  /**
   * An account.
   *
   * @param followed true of the one that answers follow
   * @param alone the page of what it tells of, by this account alone
   */
  public record Account(
      Cited entry, String event, List<Evidence.Origin> sources, boolean followed, String alone) {}

  /** What came before a meeting, of two who took part in it. */
  public record First(String text, Cited entries) {}
}
