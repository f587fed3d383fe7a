package org.chancery.command;

import java.util.List;
import java.util.Map;
import org.chancery.command.Rehearsal.WouldRecord;
import org.chancery.command.decision.Warning;
import org.chancery.journal.Entry;
import org.chancery.journal.json.LedgerJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a dry run is answered with: what would be entered, and nothing is.
 *
 * @param subject the address of what the entries would be about; where the server would make the
 *     id, one that the command itself will not get
 * @param version the subject's version after them
 * @param changed what a correction would change of what stood
 * @param answers those that would read otherwise, as {@code /api/changes} tells them
 */
public record DryRun(
    boolean dryRun,
    String subject,
    long version,
    List<Line> entries,
    List<CorrectedPlace> changed,
    List<Warning> warnings,
    List<?> answers) {
  private static final JsonMapper MAPPER = LedgerJson.mapper();
  private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

  /** An entry that would be made. */
  public record Line(String name, int revision, Map<String, Object> payload) {

    private static Line of(Entry entry) {
      return new Line(entry.name(), entry.revision(), MAPPER.readValue(entry.payload(), PAYLOAD));
    }
  }

  static DryRun of(WouldRecord would, Submission submission, Foresight foresight, long position) {
    Entry last = would.entries().getLast();
    return new DryRun(
        true,
        "/api/" + last.subject(),
        last.version(),
        would.entries().stream().map(Line::of).toList(),
        submission.changed(),
        foresight.warnings(submission.command(), position),
        foresight.answersChangedBy(last.subject(), would.events()));
  }
}
