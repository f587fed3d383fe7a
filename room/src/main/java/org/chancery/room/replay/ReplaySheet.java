package org.chancery.room.replay;

import java.util.List;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Dated;
import org.chancery.room.value.Shown.Link;

/**
 * The page of a replay.
 *
 * @param point the parameters that name the point in both times, as asked for
 */
public record ReplaySheet(
    Sheet sheet,
    List<Asking> filters,
    List<PageParameter> point,
    String counted,
    List<Row> rows,
    Paging paging) {

  /** What is asked for, or may be. */
  public record Asking(String name, String label, String value) {}

  /**
   * Something that happened or was to.
   *
   * @param day the first on which it may have begun; empty where no beginning is known
   * @param open true where nothing on record says whether it did
   */
  public record Row(String day, Dated when, Link what, boolean open, Cited entries) {}
}
