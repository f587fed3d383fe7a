package org.chancery.query.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.query.change.ChangeGroups.ChangeCause;
import org.chancery.query.change.ChangeGroups.ChangeGroup;
import org.chancery.query.change.ChangePage.After;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.chancery.query.entry.Origin;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.MissingEntries;
import org.chancery.shared.Choice;
import org.chancery.shared.Visible;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

/** Changes in words: how many there are, then each. A text from outside stays on its line. */
final class ChangeText {
  private final StringBuilder text = new StringBuilder();

  private ChangeText() {}

  static String of(ChangePage page) {
    ChangeText words = new ChangeText();
    words.head(page.after(), page.asOf(), page.summary(), page.concepts());
    page.items().forEach(words::tell);
    return words.end(page.items().size(), page.total(), "changes", page.next());
  }

  static String of(ChangeGroups page) {
    ChangeText words = new ChangeText();
    words.head(page.after(), page.asOf(), page.summary(), page.concepts());
    words.line("");
    page.groups().forEach(words::tell);
    return words.end(page.groups().size(), page.count(), "groups", page.next());
  }

  private void head(After after, AsOf to, ChangeCounts all, Map<String, ChangeCounts> concepts) {
    line(
        "Between %s and %s: %s."
            .formatted(
                point(after.position(), after.point()),
                point(to.position(), to.point()),
                counts(all)));
    concepts.forEach((concept, counts) -> line("  %s: %s".formatted(concept, counts(counts))));
  }

  private static String point(long position, @Nullable String name) {
    return name == null
        ? "position " + position
        : "%s (position %d)".formatted(Visible.line(name), position);
  }

  /** "3 new, 2 corrected, 1 retracted", and what else there is. */
  private static String counts(ChangeCounts counts) {
    List<String> told = new ArrayList<>();
    told.add(counts.added() + " new");
    told.add(counts.corrected() + " corrected");
    told.add(counts.retracted() + " retracted");
    tell(counts.accountsRecorded(), "accounts recorded", told);
    tell(counts.accountsPreferred(), "accounts preferred", told);
    tell(counts.corroborated(), "corroborated", told);
    return String.join(", ", told);
  }

  private static void tell(long count, String what, List<String> told) {
    if (count > 0) {
      told.add(count + " " + what);
    }
  }

  private void tell(Change change) {
    Origin origin = change.entry();
    line("");
    line(
        "%d  %s  %s  %s (%s), by %s"
            .formatted(
                origin.position(),
                origin.recordedAt(),
                kind(change.kind()),
                origin.subject(),
                origin.name(),
                Visible.line(origin.recordedBy())));
    if (change.supersedes() != null) {
      line("  supersedes entry %d".formatted(change.supersedes()));
    }
    if (!change.reinstates().isEmpty()) {
      line("  reinstates entries " + change.reinstates());
    }
    if (change.reason() != null) {
      line("  reason: " + Visible.line(change.reason()));
    }
    change.answers().forEach(this::tell);
  }

  private static String kind(Change.Kind kind) {
    return kind == Change.Kind.ADDED ? "new" : Choice.words(kind);
  }

  private void tell(ChangedAnswer answer) {
    String part = answer.part() == null ? "" : ", part " + Visible.line(answer.part());
    for (Difference difference : answer.differences()) {
      line(
          "  %s %s%s, %s, %s"
              .formatted(
                  answer.model(),
                  answer.address(),
                  part,
                  days(difference.from(), difference.to()),
                  Choice.words(difference.what())));
      difference.fields().forEach(this::tell);
    }
  }

  private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
    String begin = from == null ? "since ever" : "from " + from;
    return to == null ? begin : begin + " until before " + to;
  }

  private void tell(FieldChange field) {
    line(
        "    %s: %s -> %s"
            .formatted(Visible.line(field.field()), value(field.before()), value(field.after())));
  }

  private static String value(@Nullable Object value) {
    String said = ChangeCsv.text(value);
    return said == null ? "(nothing)" : Visible.line(said);
  }

  private void tell(ChangeGroup group) {
    line(
        "%d %s by %s: %s; entries %d to %d, %s"
            .formatted(
                group.count(),
                kind(group.kind()),
                cause(group.cause()),
                group.concepts().entrySet().stream()
                    .map(each -> each.getKey() + " " + each.getValue())
                    .collect(Collectors.joining(", ")),
                group.first(),
                group.last(),
                group.changes()));
  }

  private static String cause(ChangeCause cause) {
    Source document = cause.document();
    if (cause.source() != null) {
      return "the import of %s (%s)".formatted(cause.source(), cause.format());
    }
    if (document != null) {
      String published = document.published() == null ? "" : ", " + document.published().text();
      return "\"%s\"%s".formatted(Visible.line(document.title()), published);
    }
    return "authority of " + Visible.line(String.valueOf(cause.authority()));
  }

  private String end(long shown, long total, String what, @Nullable String next) {
    List<Long> behind = MissingEntries.noted();
    if (!behind.isEmpty()) {
      line("");
      line("Not all is told: read models lack entries " + behind + ".");
    }
    if (next != null) {
      line("");
      line("%d of %d %s are told here; cursor=%s goes on.".formatted(shown, total, what, next));
    }
    return text.toString();
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
