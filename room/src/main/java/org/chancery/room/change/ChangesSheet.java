package org.chancery.room.change;

import java.util.List;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;

/**
 * The page of what the ledger learnt.
 *
 * @param told between which points, and how much of each kind, in a sentence
 * @param concepts how much of each kind there is of each concept
 * @param causes how much of each kind was brought about by what
 * @param moreCauses what is said of causes that are not listed; empty where all are
 */
public record ChangesSheet(
    Sheet sheet,
    Between between,
    String told,
    Grid concepts,
    Grid causes,
    String moreCauses,
    String counted,
    List<Learnt> learnt,
    Paging paging) {

  /**
   * What is asked for, as the form shows it.
   *
   * @param points names of points that may be asked for
   */
  public record Between(
      String from,
      String to,
      String subject,
      List<Kind> kinds,
      String causeOf,
      List<Point> points) {}

  /** A kind of change, and whether it is asked for. */
  public record Kind(String value, String words, boolean asked) {}

  /** A point that has a name. */
  public record Point(String name, String about) {}

  /**
   * What one entry changed.
   *
   * @param amends the entry that it corrects or retracts; nothing where there is none
   * @param adds true where it changes nothing of what was on record
   * @param ground who recorded it when, and by which source
   */
  public record Learnt(
      Cited entry,
      String event,
      Link subject,
      String kind,
      Cited amends,
      Cited reinstates,
      String reason,
      String ground,
      boolean adds,
      List<Otherwise> answers) {}

  /** An answer that reads otherwise. */
  public record Otherwise(Shown answer, List<Stretch> stretches) {}

  /**
   * Over which days, and how.
   *
   * @param fields before and after; no rows where it rests on other entries only
   */
  public record Stretch(String words, Grid fields) {}
}
