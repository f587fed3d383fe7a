package org.chancery.intake;

import org.chancery.command.UnreadCorrection;
import org.chancery.intake.source.Draft;
import org.chancery.shared.Choice;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;

/**
 * What an intake came to, in records of the source and in those on record that it no longer has;
 * registering parties and officials does not count.
 *
 * @param read all of them
 * @param added of these, now in the ledger and not before
 * @param corrected of these, in the ledger otherwise before
 * @param retracted of these, in the ledger before and no longer in the source
 * @param unchanged of these, in the ledger before
 * @param flagged of these, suspicious and yet not refused
 * @param refused of these, not in the ledger; and files, or the rests of files, that cannot be read
 */
public record Summary(
    long read,
    long added,
    long corrected,
    long retracted,
    long unchanged,
    long flagged,
    long refused) {
  public static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0);

  /** What became of one record. */
  enum Fate {
    NEW,
    CORRECTED,
    RETRACTED,
    UNCHANGED,
    REFUSED;

    /** Where its draft made an entry. */
    static Fate entered(Draft draft) {
      if (draft.command() instanceof UnreadCorrection(var name, var _)) {
        return name.equals(RetractEntry.class.getSimpleName())
            ? RETRACTED
            : name.equals(CorrectEntry.class.getSimpleName()) ? CORRECTED : NEW;
      }
      return NEW;
    }

    /** As the report has it. */
    String text() {
      return Choice.text(this);
    }

    private Summary one(boolean flagged) {
      return new Summary(
          1,
          this == NEW ? 1 : 0,
          this == CORRECTED ? 1 : 0,
          this == RETRACTED ? 1 : 0,
          this == UNCHANGED ? 1 : 0,
          flagged ? 1 : 0,
          this == REFUSED ? 1 : 0);
    }
  }

  /** With one more record. */
  Summary plus(Fate fate, boolean isFlagged) {
    return and(fate.one(isFlagged));
  }

  /** Of both. */
  public Summary and(Summary other) {
    return new Summary(
        read + other.read,
        added + other.added,
        corrected + other.corrected,
        retracted + other.retracted,
        unchanged + other.unchanged,
        flagged + other.flagged,
        refused + other.refused);
  }

  /** The same with what is left of a file refused: nobody knows how many records it holds. */
  Summary refusing() {
    return and(new Summary(0, 0, 0, 0, 0, 0, 1));
  }

  /** How many of them made an entry: those that are new, corrected or retracted. */
  public long recorded() {
    return added + corrected + retracted;
  }

  @Override
  public String toString() {
    return "read %d, recorded %d, unchanged %d, flagged %d, refused %d; new %d, corrected %d, retracted %d"
        .formatted(read, recorded(), unchanged, flagged, refused, added, corrected, retracted);
  }
}
