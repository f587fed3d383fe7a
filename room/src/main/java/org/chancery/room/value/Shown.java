package org.chancery.room.value;

import java.util.List;
import java.util.Locale;

/** A value as a page shows it. */
public sealed interface Shown {

  /** Plain words. */
  record Text(String text, Tone tone) implements Shown {

    public Text(String text) {
      this(text, Tone.PLAIN);
    }
  }

  /** How words are meant: what is not known, or open, is told apart by more than its colour. */
  enum Tone {
    PLAIN,
    /** Beside the point. */
    QUIET,
    /** The state that is asked for. */
    STATE,
    /** Nothing is on record. */
    UNKNOWN,
    /** The record leaves it open. */
    OPEN;

    /** Its class in the style sheet. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What has a page of its own, or stands elsewhere. */
  record Link(String href, String text, boolean away) implements Shown {

    public Link(String href, String text) {
      this(href, text, false);
    }
  }

  /**
   * A date.
   *
   * @param edtf as recorded
   * @param words the same for people
   */
  record Dated(String edtf, String words) implements Shown {}

  /** Entries that something rests on. */
  record Cited(List<Citation> entries) implements Shown {}

  /** One entry. */
  record Citation(long position, String href) {}

  /** Words of which some are marked. */
  record Worded(List<Piece> pieces) implements Shown {}

  /** A piece of a text. */
  record Piece(String text, boolean marked) {}

  /** Several, side by side. */
  record Several(List<Shown> values) implements Shown {}

  /** Two that belong together. */
  record Beside(Shown one, Shown other) implements Shown {}

  /** One under the other. */
  record Stacked(List<Shown> values) implements Shown {}

  /** Rows of like things; a cell for each of the heads. */
  record Grid(String caption, List<String> heads, List<List<Shown>> rows) implements Shown {}

  /** Fields of one thing. */
  record Parts(List<Field> fields) implements Shown {}

  /** A named value, and the entries that say so. */
  record Field(String label, Shown value, Cited said) {

    public Field(String label, Shown value) {
      this(label, value, new Cited(List.of()));
    }
  }
}
