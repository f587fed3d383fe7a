package org.chancery.room.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.room.desk.Shape.Choice;
import org.chancery.room.desk.Shape.Flag;
import org.chancery.room.desk.Shape.Form;
import org.chancery.room.desk.Shape.Group;
import org.chancery.room.desk.Shape.Many;
import org.chancery.room.desk.Shape.Part;
import org.chancery.room.desk.Shape.Text;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.shared.Problem.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A field of a form as it is shown.
 *
 * @param name by which it is sent: the JSON pointer of its place in the command
 * @param value what is filled in
 * @param said what that means in words; empty where the value says it itself
 * @param picks the list of suggestions that it has; empty where it has none
 * @param parts the fields within it, or its rows
 * @param faults what is refused of it
 */
public record Control(
    Kind kind,
    String name,
    String label,
    String hint,
    boolean required,
    String value,
    String said,
    String picks,
    List<Option> options,
    List<Control> parts,
    List<String> faults) {

  /** How it looks. */
  public enum Kind {
    LINE,
    LINES,
    CHOICE,
    CHOICES,
    FLAG,
    GROUP,
    ROWS
  }

  /** A word that may be chosen. */
  public record Option(String value, String words, boolean chosen) {}

  /** Its id on the page. */
  public String id() {
    return "f" + name.replace('/', '-');
  }

  /** The id of what explains it, and of what is refused of it; null where nothing does. */
  public @Nullable String described() {
    List<String> ids = new ArrayList<>();
    if (!faults.isEmpty()) {
      ids.add(id() + "-fault");
    }
    if (!hint.isEmpty()) {
      ids.add(id() + "-hint");
    }
    if (!said.isEmpty()) {
      ids.add(id() + "-said");
    }
    return ids.isEmpty() ? null : String.join(" ", ids);
  }

  /** A list and how many rows it is to have; that without a name is none. */
  record Longer(String list, int rows) {
    static final Longer NONE = new Longer("", 0);
    private static final int MOST = 200;

    /** One row more than the form had that was sent. */
    static Longer than(Set<String> sent, String list) {
      String before = list + "/";
      long rows =
          sent.stream()
              .filter(name -> name.startsWith(before))
              .map(name -> name.substring(before.length()).replaceFirst("/.*", ""))
              .distinct()
              .count();
      return new Longer(list, (int) Math.min(rows + 1, MOST));
    }
  }

  /**
   * Makes the fields of a form.
   *
   * @param longer a list that is shown with more rows than are filled in
   */
  record Maker(List<Fault> faults, Longer longer) {
    private static final Map<String, String> SUGGESTED =
        Map.of("conference", "conferences", "partOf", "conferences", "inMarginsOf", "conferences");
    private static final Set<String> LONG =
        Set.of("reason", "rationale", "quote", "summary", "note", "text");

    /** All fields of a group, without a frame. */
    List<Control> fields(Group group, String at, JsonNode draft) {
      return group.parts().stream()
          .map(part -> field(part, at + "/" + part.name(), draft.path(part.name())))
          .toList();
    }

    private Control field(Part part, String at, JsonNode value) {
      return control(part.shape(), new Place(at, label(part.name()), part), value);
    }

    private static String label(String name) {
      return name.equals("as") ? "What it is to say" : FieldWords.label(name);
    }

    /** Where a field stands. */
    private record Place(String at, String label, Part part) {

      Place row(int number) {
        String alone = label + " " + number;
        return new Place(
            at + "/" + (number - 1), alone, new Part(part.name(), part.shape(), false, ""));
      }
    }

    private Control control(Shape shape, Place place, JsonNode value) {
      return switch (shape) {
        case Text(var form) -> line(form, place, value);
        case Choice(var words) ->
            of(Kind.CHOICE, place, value, options(words, List.of(FormFields.text(value))));
        case Flag _ -> of(Kind.FLAG, place, value, List.of());
        case Many(Choice(var words)) -> {
          List<String> chosen = new ArrayList<>();
          value.forEach(each -> chosen.add(each.asString("")));
          yield of(Kind.CHOICES, place, MissingNode.getInstance(), options(words, chosen));
        }
        case Many(var each) ->
            with(of(Kind.ROWS, place, value, List.of()), rows(each, place, value));
        case Group group ->
            with(of(Kind.GROUP, place, value, List.of()), within(group, place, value));
      };
    }

    private List<Control> within(Group group, Place place, JsonNode value) {
      List<Control> parts = new ArrayList<>();
      if (group.alone()) {
        Part id = new Part(place.part().name(), new Text(Form.PLAIN), false, "");
        JsonNode text = value.isObject() ? MissingNode.getInstance() : value;
        parts.add(line(Form.PLAIN, new Place(place.at(), "Id, of who is registered", id), text));
      }
      parts.addAll(fields(group, place.at(), value));
      return parts;
    }

    private List<Control> rows(Shape each, Place place, JsonNode value) {
      int least = place.part().name().equals("parties") ? 2 : 1;
      int wanted = longer.list().equals(place.at()) ? longer.rows() : least;
      int shown = Math.max(wanted, value.size());
      List<Control> rows = new ArrayList<>();
      for (int number = 1; number <= shown; number++) {
        rows.add(control(each, place.row(number), value.path(number - 1)));
      }
      return rows;
    }

    private Control line(Form form, Place place, JsonNode value) {
      boolean area = form == Form.JSON || LONG.contains(place.part().name());
      return of(area ? Kind.LINES : Kind.LINE, place, value, List.of())
          .meaning(said(form, FormFields.text(value)), picks(form, place.part().name()));
    }

    private static String said(Form form, String text) {
      boolean date = form == Form.DATE || form == Form.SPAN;
      return date && DateWords.isDate(text) ? DateWords.of(text) : "";
    }

    private static String picks(Form form, String name) {
      return form == Form.PARTY
          ? "parties"
          : FieldWords.isOfOfficial(name) ? "officials" : SUGGESTED.getOrDefault(name, "");
    }

    private Control of(Kind kind, Place place, JsonNode value, List<Option> options) {
      return new Control(
          kind,
          place.at(),
          place.label(),
          place.part().about(),
          place.part().required(),
          FormFields.text(value),
          "",
          "",
          options,
          List.of(),
          faultsAt(place.at()));
    }

    private List<String> faultsAt(String at) {
      String within = at.startsWith("/as/") ? at.substring("/as".length()) : at;
      return faults.stream()
          .filter(fault -> fault.pointer().equals(at) || fault.pointer().equals(within))
          .map(Fault::message)
          .toList();
    }

    private static Control with(Control control, List<Control> parts) {
      return new Control(
          control.kind,
          control.name,
          control.label,
          control.hint,
          control.required,
          "",
          "",
          "",
          control.options,
          parts,
          control.faults);
    }

    private static List<Option> options(List<String> words, List<String> chosen) {
      return words.stream()
          .map(word -> new Option(word, FieldWords.choice(word), chosen.contains(word)))
          .toList();
    }
  }

  private Control meaning(String words, String suggestions) {
    return new Control(
        kind, name, label, hint, required, value, words, suggestions, options, parts, faults);
  }
}
