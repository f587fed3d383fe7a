package org.chancery.command;

import java.util.List;
import org.chancery.command.decision.Warning;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;

/**
 * What the answering side knows of a command. This side does not know it, so whoever puts the two
 * together hands it in.
 */
public interface Foresight {

  /** The answers that would read otherwise, as {@code /api/changes} tells them. */
  List<?> answersChangedBy(Subject subject, List<LedgerEvent> events);

  /** What stood on record, up to a position, that looks like what the command tells of. */
  List<Warning> warnings(LedgerCommand command, long position);
}
