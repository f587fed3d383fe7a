package org.chancery.room.listing;

import java.util.List;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;

/**
 * A page of a list.
 *
 * @param point the parameters that name the point in both times, as asked for
 * @param told where the same is told otherwise; without a text where it is not
 * @param table the rows for programs and spreadsheets
 * @param counted how many there are and how many are shown, in words
 * @param disputed of what on this page accounts differ
 */
public record ListSheet(
    Sheet sheet,
    String about,
    List<Asking> filters,
    List<PageParameter> point,
    Grid rows,
    String counted,
    List<Shown> disputed,
    Paging paging,
    Link told,
    Link table) {

  /**
   * A filter, and what is asked of it.
   *
   * @param choices empty where any text may be asked for
   */
  public record Asking(String name, String label, List<Chosen> choices, String value) {}

  /** What may be asked for, and whether it is. */
  public record Chosen(String value, String words, boolean asked) {}
}
