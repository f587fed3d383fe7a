package org.chancery.room.home;

import java.util.List;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Link;

/**
 * The first page.
 *
 * @param counts how many there are of each kind
 * @param latest what was entered last, the latest first
 * @param story the sample's story in a few links; empty where the ledger does not hold it
 */
public record HomeSheet(Sheet sheet, List<Count> counts, List<Latest> latest, List<Step> story) {

  /** How many of a kind there are, and where they are listed. */
  public record Count(String href, String name, String number) {}

  /** An entry, and what it is about. */
  public record Latest(Cited entry, String event, Link subject, String recorded, String ground) {}

  /** A link, and why it is worth following. */
  public record Step(Link link, String why) {}
}
