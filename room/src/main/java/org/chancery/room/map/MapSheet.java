package org.chancery.room.map;

import java.util.List;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Grid;

/**
 * The page of a map.
 *
 * @param point the parameters that name the point in both times, as asked for
 * @param rows the stops with the numbers that they have on the map
 */
public record MapSheet(
    Sheet sheet,
    List<Asking> filters,
    List<PageParameter> point,
    String counted,
    TravelMap map,
    Grid rows,
    Paging paging) {

  /** What is asked for, or may be. */
  public record Asking(String name, String label, String value) {}
}
