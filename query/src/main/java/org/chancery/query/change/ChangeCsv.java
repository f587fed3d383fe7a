package org.chancery.query.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.CsvTable;
import org.chancery.query.change.ChangeGroups.ChangeGroup;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.chancery.query.entry.Origin;
import org.chancery.shared.Choice;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Changes as a table. */
final class ChangeCsv {
  private static final JsonMapper JSON = LedgerJson.mapper();

  private static final List<String> EACH =
      List.of(
          "position",
          "recordedAt",
          "recordedBy",
          "kind",
          "name",
          "subject",
          "reason",
          "supersedes",
          "reinstates",
          "answer",
          "address",
          "part",
          "from",
          "to",
          "what",
          "field",
          "before",
          "after");

  private static final List<String> GROUPED =
      List.of(
          "kind",
          "source",
          "format",
          "title",
          "publisher",
          "published",
          "authority",
          "count",
          "concepts",
          "first",
          "last",
          "changes");

  private ChangeCsv() {}

  /** A line for each field that differs, and one for an entry that changed no answer. */
  static String of(ChangePage page) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    page.items().forEach(change -> add(change, rows));
    return CsvTable.of(EACH, rows.stream().map(List::stream));
  }

  private static void add(Change change, List<List<@Nullable Object>> rows) {
    List<@Nullable Object> entry = entry(change);
    int before = rows.size();
    for (ChangedAnswer answer : change.answers()) {
      for (Difference difference : answer.differences()) {
        for (FieldChange field : difference.fields()) {
          List<@Nullable Object> row = new ArrayList<>(entry);
          row.addAll(differing(answer, difference, field));
          rows.add(row);
        }
      }
    }
    if (rows.size() == before) {
      entry.addAll(new ArrayList<@Nullable Object>(Arrays.asList(new Object[9])));
      rows.add(entry);
    }
  }

  private static List<@Nullable Object> entry(Change change) {
    Origin origin = change.entry();
    return new ArrayList<>(
        Arrays.<@Nullable Object>asList(
            origin.position(),
            origin.recordedAt(),
            origin.recordedBy(),
            Choice.text(change.kind()),
            origin.name(),
            origin.subject(),
            change.reason(),
            change.supersedes(),
            change.reinstates().isEmpty() ? null : positions(change.reinstates())));
  }

  private static String positions(List<Long> entries) {
    return entries.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static List<@Nullable Object> differing(
      ChangedAnswer answer, Difference difference, FieldChange field) {
    return Arrays.<@Nullable Object>asList(
        answer.model(),
        answer.address(),
        answer.part(),
        difference.from(),
        difference.to(),
        Choice.text(difference.what()),
        field.field(),
        text(field.before()),
        text(field.after()));
  }

  /** Text as it is, anything else as JSON; null where nothing is said. */
  static @Nullable String text(@Nullable Object value) {
    return value == null || value instanceof String
        ? (String) value
        : JSON.writeValueAsString(value);
  }

  /** A line for each group. */
  static String of(ChangeGroups page) {
    return CsvTable.of(GROUPED, page.groups().stream().map(group -> row(group).stream()));
  }

  private static List<@Nullable Object> row(ChangeGroup group) {
    Source document = group.cause().document();
    return Arrays.<@Nullable Object>asList(
        Choice.text(group.kind()),
        group.cause().source(),
        group.cause().format(),
        document == null ? null : document.title(),
        document == null ? null : document.publisher(),
        document == null || document.published() == null ? null : document.published().text(),
        group.cause().authority(),
        group.count(),
        JSON.writeValueAsString(group.concepts()),
        group.first(),
        group.last(),
        group.changes());
  }
}
