package org.chancery.room.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.Shown.Cited;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.shared.Problem;
import org.jspecify.annotations.Nullable;

/** The pages of the desk. */
public sealed interface DeskSheet {

  Sheet sheet();

  /** What can be recorded. */
  record Shelves(Sheet sheet, List<Shelf> shelves) implements DeskSheet {}

  /** The commands on one concept. */
  record Shelf(String name, List<Labelled> commands) {}

  /** A link, and what it leads to in a sentence. */
  record Labelled(Link link, String about) {}

  /**
   * A form that is filled in.
   *
   * @param fields those of the command
   * @param refused why it cannot be recorded as it stands; null where nothing was tried
   * @param faulty the fields that are refused, each with the id of its place on the page
   * @param inTheWay the entries that it is refused for
   * @param picks what is suggested for the values of fields, by the name of the list
   */
  record Filling(
      Sheet sheet,
      Sent sent,
      String about,
      List<Control> fields,
      @Nullable Problem refused,
      List<Link> faulty,
      Cited inTheWay,
      Map<String, List<Control.Option>> picks)
      implements DeskSheet {
    private static final List<String> WRITTEN =
        List.of(
            "2014-03-03",
            "2014-03",
            "2014-21",
            "2014",
            "201X",
            "2014-03-XX",
            "2014?",
            "2014~",
            "2017-02-15/2017-02-17",
            "2014/..",
            "2014/",
            "-0044");

    /** Dates as they are written, each with what it says. */
    public Map<String, String> dates() {
      Map<String, String> said = new LinkedHashMap<>();
      WRITTEN.forEach(each -> said.put(each, DateWords.of(each)));
      return said;
    }
  }

  /**
   * What a form sends beside its fields.
   *
   * @param action where to
   * @param token shows that the form is the desk's own
   * @param key makes a second sending of the same record nothing
   */
  record Sent(String action, String token, String key) {}

  /**
   * What would be recorded.
   *
   * @param filled all that is filled in
   * @param ground on what it would be recorded
   * @param changed what a correction changes of what stood
   * @param warnings what should be looked at before
   * @param answers those that would read otherwise
   */
  record Preview(
      Sheet sheet,
      Sent sent,
      List<PageParameter> filled,
      List<Made> entries,
      List<Field> ground,
      List<Changed> changed,
      List<Warned> warnings,
      List<Answer> answers)
      implements DeskSheet {}

  /** An entry that would be made. */
  record Made(String event, List<Field> fields) {}

  /** A place in an entry that would read otherwise. */
  record Changed(String label, String before, String after) {}

  /** What should be looked at. */
  record Warned(String detail, Cited entries) {}

  /** An answer that would read otherwise, and on which days. */
  record Answer(Link link, List<Grid> differences) {}

  /** What was recorded. */
  record Recorded(Sheet sheet, Link entry, Link subject, List<Link> next) implements DeskSheet {}

  /** A page on which an entry is named before it is corrected or retracted. */
  record Naming(Sheet sheet, String action, String about) implements DeskSheet {}
}
