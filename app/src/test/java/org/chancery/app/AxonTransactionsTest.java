package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class AxonTransactionsTest {

  /** Auto-configuration in the wrong order leaves Axon with one that does nothing, silently. */
  @Test
  void axonTakesItsTransactionsFromSpring(Ledger ledger) {
    assertThat(ledger.context().getBean(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
  }
}
