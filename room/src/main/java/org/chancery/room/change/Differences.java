package org.chancery.room.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.room.change.ChangesSheet.Otherwise;
import org.chancery.room.change.ChangesSheet.Stretch;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Beside;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** How answers read before and after an entry, side by side. */
record Differences(ValueReader reader) {

  List<Otherwise> of(JsonNode answers) {
    List<Otherwise> all = new ArrayList<>();
    for (JsonNode answer : answers) {
      List<Stretch> stretches = new ArrayList<>();
      answer.path("differences").forEach(each -> stretches.add(stretch(each)));
      all.add(new Otherwise(answer(answer), stretches));
    }
    return all;
  }

  private Shown answer(JsonNode answer) {
    Shown model =
        new Text(FieldWords.sentence(FieldWords.choice(answer.path("model").asString(""))));
    Shown where = reader.value("address", answer.path("address"));
    String part = answer.path("part").asString("");
    return part.isEmpty()
        ? new Beside(model, where)
        : new Beside(model, new Beside(where, new Text("part " + part, Tone.QUIET)));
  }

  private Stretch stretch(JsonNode difference) {
    String what = difference.path("what").asString("");
    String words = "%s, %s".formatted(days(difference), nature(what));
    return new Stretch(words, fields(words, what, difference.path("fields")));
  }

  private static String nature(String what) {
    return switch (what) {
      case "begins" -> "there is an answer";
      case "ends" -> "there is none any more";
      case "differs" -> "it reads otherwise";
      default -> "it reads as before and rests on other entries";
    };
  }

  private static String days(JsonNode difference) {
    String from = difference.path("from").asString("");
    String to = difference.path("to").asString("");
    if (from.isEmpty() && to.isEmpty()) {
      return "On all days";
    }
    String until = to.isEmpty() ? "" : "until before " + DateWords.of(to);
    return from.isEmpty()
        ? FieldWords.sentence(until)
        : ("From %s on".formatted(DateWords.of(from)) + " " + until).strip();
  }

  /** What begins was nothing before, and what ends is nothing after: a column each is enough. */
  private Grid fields(String words, String what, JsonNode fields) {
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode field : fields) {
      String name = field.path("field").asString("");
      Shown label = new Text(label(name));
      JsonNode before = field.path("before");
      JsonNode after = field.path("after");
      rows.add(
          switch (what) {
            case "begins" -> List.of(label, value(name, after));
            case "ends" -> List.of(label, value(name, before));
            default -> sideBySide(label, name, before, after);
          });
    }
    List<String> heads =
        switch (what) {
          case "begins" -> List.of("Field", "Now");
          case "ends" -> List.of("Field", "Before");
          default -> List.of("Field", "Before", "Now");
        };
    return new Grid(words, heads, rows);
  }

  private List<Shown> sideBySide(Shown label, String name, JsonNode before, JsonNode after) {
    boolean sentences =
        before.isString() && after.isString() && before.asString().strip().indexOf(' ') > 0;
    if (sentences) {
      MarkedWords words = MarkedWords.of(before.asString(), after.asString());
      return List.of(label, words.before(), words.after());
    }
    return List.of(label, value(name, before), value(name, after));
  }

  private Shown value(String name, JsonNode value) {
    boolean nothing = value.isNull() || value.isMissingNode();
    return nothing ? new Text("nothing", Tone.QUIET) : reader.value(last(name), value);
  }

  /** "stops[2].places" is read as places are. */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
  }

  private static String label(String name) {
    return Arrays.stream(name.split("\\.", -1))
        .map(part -> FieldWords.label(part.replaceAll("\\[.*", "")) + place(part))
        .collect(Collectors.joining(" · "));
  }

  private static String place(String part) {
    int at = part.indexOf('[');
    return at < 0 ? "" : " " + part.substring(at + 1, part.length() - 1);
  }
}
