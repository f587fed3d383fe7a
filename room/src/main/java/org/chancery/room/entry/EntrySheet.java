package org.chancery.room.entry;

import java.util.List;
import org.chancery.room.concept.Evidence;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Link;

/**
 * The page of one entry.
 *
 * @param said what it says in a sentence; empty where the ledger has none
 * @param payload what it says, field by field
 * @param amendment what it does to another entry; empty where it is on none
 * @param ground who made it and on what ground
 * @param chain the entries of the subject, of which this one is one
 * @param json the event as recorded
 * @param desk where it is corrected or retracted; nothing where another took its place
 */
public record EntrySheet(
    Sheet sheet,
    String said,
    Link subject,
    List<Field> payload,
    List<Field> amendment,
    List<Field> ground,
    Evidence chain,
    String json,
    List<Link> desk,
    Proof proof) {

  /** What proves that the entry is as it was sealed, for the page's own check and for others. */
  public record Proof(long position, List<File> files) {}

  /** Something to save, and what it is for. */
  public record File(Link link, String why) {}
}
