package org.chancery.readmodel;

import org.chancery.readmodel.Rebuild.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step from tables that answered to those that were rebuilt. A commit may stand though its end
 * was not heard of, so what the database says counts; and nothing may follow before that is known,
 * for it would follow into the wrong tables.
 */
final class SwitchOver {
  private final ProgressTable progress;
  private final TransactionTemplate transaction;
  private @Nullable Rebuild underWay;

  SwitchOver(ProgressTable progress, TransactionTemplate transaction) {
    this.progress = progress;
    this.transaction = transaction;
  }

  /**
   * Lets the rebuilt tables answer from now on.
   *
   * @param noting writes what is to be committed together with that
   */
  void to(Rebuild rebuild, Runnable noting) {
    underWay = rebuild;
    try {
      transaction.executeWithoutResult(
          status -> {
            rebuild.tables().forEach(pair -> progress.use(pair.model(), pair.rebuilt()));
            noting.run();
          });
    } catch (RuntimeException inDoubt) {
      if (end()) {
        return;
      }
      throw inDoubt;
    }
    end(rebuild, true);
  }

  /** The database has been lost: what was switched in it is told by what it holds. */
  void forget() {
    underWay = null;
  }

  /** Asks whether a switch stands of which that is not known, and ends it; true where it does. */
  boolean end() {
    Rebuild begun = underWay;
    return begun != null && end(begun, begun.tables().stream().allMatch(this::answers));
  }

  private boolean end(Rebuild begun, boolean stands) {
    underWay = null;
    if (stands) {
      begun.replace();
    }
    return stands;
  }

  private boolean answers(Tables pair) {
    return progress.of(pair.model()).filter(at -> at.live().equals(pair.rebuilt())).isPresent();
  }
}
