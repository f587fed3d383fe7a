package org.chancery.query.party;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.query.OfSubject;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyEvent;

/**
 * A party as it is answered.
 *
 * @param successors those registered as its successors, by their ids
 */
public record PartyAnswer(@JsonUnwrapped PartyView party, List<Successor> successors)
    implements OfSubject {

  @Override
  public Subject subject() {
    return new Subject(PartyEvent.CONCEPT, party.party().value());
  }

  /**
   * One that succeeds it.
   *
   * @param entries the positions that say so
   */
  public record Successor(PartyId party, List<Long> entries) {}
}
