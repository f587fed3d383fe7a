package org.chancery.command;

import java.util.List;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A correction, or another command that names an entry, as it was handed in. Only the ledger that
 * holds the entry can read it, and only once what was handed in before is recorded.
 *
 * @param body all its fields but the provenance
 */
public record UnreadCorrection(String name, ObjectNode body) implements LedgerCommand {
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  /** Of what an entry should have said. */
  public static UnreadCorrection correcting(long entry, LedgerCommand as, String reason) {
    ObjectNode body = body(entry, reason);
    body.set("as", MAPPER.valueToTree(as));
    return new UnreadCorrection(CorrectEntry.class.getSimpleName(), body);
  }

  /** Of an entry that should not have been made. */
  public static UnreadCorrection retracting(long entry, String reason) {
    return new UnreadCorrection(RetractEntry.class.getSimpleName(), body(entry, reason));
  }

  private static ObjectNode body(long entry, String reason) {
    return MAPPER.createObjectNode().put("entry", entry).put("reason", reason);
  }

  @Override
  public Subject subject() {
    throw new IllegalStateException("the entry is not known yet");
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
