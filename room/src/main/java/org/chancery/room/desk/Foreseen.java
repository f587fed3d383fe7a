package org.chancery.room.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chancery.room.desk.DeskSheet.Answer;
import org.chancery.room.desk.DeskSheet.Changed;
import org.chancery.room.desk.DeskSheet.Made;
import org.chancery.room.desk.DeskSheet.Preview;
import org.chancery.room.desk.DeskSheet.Sent;
import org.chancery.room.desk.DeskSheet.Warned;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** What a dry run answers, as a page shows it. */
final class Foreseen {
  private static final Links LINKS = new Links(Map.of());
  private static final int MOST = 20;

  private Foreseen() {}

  static Preview sheet(
      Sheet sheet, Sent sent, List<PageParameter> filled, JsonNode provenance, JsonNode dryRun) {
    ValueReader reader = ValueReader.of(dryRun, LINKS);
    List<Made> entries = new ArrayList<>();
    for (JsonNode each : dryRun.path("entries")) {
      entries.add(
          new Made(
              FieldWords.event(each.path("name").asString("")),
              reader.fields(each.path("payload"), Set.of("version", "as"))));
    }
    return new Preview(
        sheet,
        sent,
        filled,
        entries,
        reader.fields(provenance, Set.of()),
        changed(dryRun),
        warnings(dryRun),
        answers(dryRun, reader));
  }

  private static List<Changed> changed(JsonNode dryRun) {
    List<Changed> changed = new ArrayList<>();
    for (JsonNode each : dryRun.path("changed")) {
      changed.add(
          new Changed(
              label(each.path("path").asString("")),
              said(each.path("before")),
              said(each.path("after"))));
    }
    return changed;
  }

  /** "/stops/2/dates" reads "Stops 3, dates". */
  private static String label(String path) {
    List<String> words = new ArrayList<>();
    for (String step : path.substring(1).split("/", -1)) {
      if (step.matches("\\d+") && !words.isEmpty()) {
        words.add(words.removeLast() + " " + (Integer.parseInt(step) + 1));
      } else {
        words.add(
            words.isEmpty()
                ? FieldWords.label(step)
                : FieldWords.label(step).toLowerCase(Locale.ENGLISH));
      }
    }
    return String.join(", ", words);
  }

  private static String said(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "nothing";
    }
    return DateWords.of(FormFields.text(value));
  }

  private static List<Warned> warnings(JsonNode dryRun) {
    List<Warned> warnings = new ArrayList<>();
    for (JsonNode each : dryRun.path("warnings")) {
      warnings.add(
          new Warned(
              each.path("detail").asString(""),
              LINKS.cited(Asked.positions(each.path("entries")))));
    }
    return warnings;
  }

  private static List<Answer> answers(JsonNode dryRun, ValueReader reader) {
    List<Answer> answers = new ArrayList<>();
    for (JsonNode each : dryRun.path("answers")) {
      if (answers.size() < MOST) {
        String address = each.path("address").asString("");
        List<Grid> differences = new ArrayList<>();
        each.path("differences").forEach(one -> differences.add(difference(one, reader)));
        answers.add(
            new Answer(
                new Link(LINKS.ofAddress(address), address.replaceFirst("^/api/", "")),
                differences));
      }
    }
    return answers;
  }

  private static Grid difference(JsonNode difference, ValueReader reader) {
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode each : difference.path("fields")) {
      String field = each.path("field").asString("");
      rows.add(
          List.of(
              new Text(FieldWords.label(field.replace('.', ' '))),
              value(field, each.path("before"), reader),
              value(field, each.path("after"), reader)));
    }
    return new Grid(days(difference), List.of("Field", "Before", "After"), rows);
  }

  private static Shown value(String field, JsonNode value, ValueReader reader) {
    return value.isNull() ? new Text("nothing", Tone.QUIET) : reader.value(field, value);
  }

  private static String days(JsonNode difference) {
    String from = difference.path("from").asString("");
    String to = difference.path("to").asString("");
    if (from.isEmpty() && to.isEmpty()) {
      return "On all days";
    }
    String begins = from.isEmpty() ? "" : "From " + DateWords.of(from);
    String ends = to.isEmpty() ? "" : (from.isEmpty() ? "Before " : ", before ") + DateWords.of(to);
    return begins + ends;
  }
}
