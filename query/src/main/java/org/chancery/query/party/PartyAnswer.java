package org.chancery.query.party;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.shared.party.PartyId;

/**
 * A party as it is answered.
 *
 * @param successors those registered as its successors, by their ids
 */
record PartyAnswer(@JsonUnwrapped PartyView party, List<Successor> successors) {

  /**
   * One that succeeds it.
   *
   * @param entries the positions that say so
   */
  record Successor(PartyId party, List<Long> entries) {}
}
