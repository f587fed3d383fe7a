package org.chancery.room.audit;

import java.util.List;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;

/**
 * The page for whoever examines the ledger.
 *
 * @param exports the journal in other forms
 */
public record AuditSheet(Sheet sheet, List<Link> exports, List<Part> parts) {

  /**
   * A table with what is to be said of it.
   *
   * @param id by which the page tells it from the others
   */
  public record Part(String id, String title, String said, Grid rows) {}
}
