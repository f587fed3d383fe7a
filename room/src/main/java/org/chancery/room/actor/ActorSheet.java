package org.chancery.room.actor;

import java.util.List;
import org.chancery.room.concept.ConceptSheet.Dispute;
import org.chancery.room.concept.Evidence;
import org.chancery.room.map.TravelMap;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.jspecify.annotations.Nullable;

/**
 * The page of somebody who acts.
 *
 * @param lead who it is, in a sentence
 * @param parts what there is of them, section by section
 */
public record ActorSheet(
    Sheet sheet,
    String lead,
    Cited entries,
    List<Field> fields,
    List<Dispute> disputes,
    List<Part> parts,
    Evidence evidence) {

  /**
   * A section.
   *
   * @param id its name within the page
   * @param said in words before the table; empty where the table says all
   * @param bars a picture beside the table; empty where there is none
   * @param map a map beside the table; null where there is none
   * @param all the list that has the rest; without an address where the table is no list
   * @param table the same for programs and spreadsheets; likewise
   */
  public record Part(
      String id,
      String said,
      Grid rows,
      List<Bar> bars,
      @Nullable TravelMap map,
      Link all,
      Link table) {}

  /** A bar of a picture, as wide as its part of the most. */
  public record Bar(String label, String number, double width, String href) {}
}
