package org.chancery.query.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier needs to know; to be got from somebody else than the ledger, if possible.
 *
 * @param origin the log's name, the first line of its checkpoints
 * @param witness the verifier key of the witness that is asked, null where there is none
 */
record KeysView(String origin, List<LogKey> keys, @Nullable String witness) {

  /**
   * A key of the log's.
   *
   * @param vkey its verifier key (https://c2sp.org/signed-note)
   * @param state signing or retired
   */
  record LogKey(String vkey, String state) {}
}
