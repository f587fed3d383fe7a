package org.chancery.command;

import java.util.List;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.Reference;
import org.chancery.shared.Subject;
import tools.jackson.databind.node.ObjectNode;

/**
 * A correction as it was handed in. Only the ledger that holds the entry can read it, and only once
 * what was handed in before is recorded.
 *
 * @param body all its fields but the provenance
 */
public record UnreadCorrection(String name, ObjectNode body) implements LedgerCommand {

  @Override
  public Subject subject() {
    throw new IllegalStateException("the entry is not known yet");
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
