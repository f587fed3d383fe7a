package org.chancery.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.chancery.readmodel.ReadModels;
import org.chancery.shared.entry.LedgerEvent;

/**
 * Axon's tracking processor with its defaults: each event, its rows and its token a transaction.
 * Its handler must not remember a subject from one event to the next, as such a transaction may
 * fail, or the segment go to another node, unheard of; it asks the journal for what came before.
 */
final class StockProcessor implements AutoCloseable {
  private final EmbeddedEventStore store;
  private final TrackingEventProcessor processor;
  private final CountDownLatch done = new CountDownLatch(1);

  /**
   * @param remembering true for a handler that remembers nevertheless, as the ledger does that
   *     hears of each failure
   */
  StockProcessor(Ledger ledger, long head, boolean remembering) {
    Handler handler = new Handler(ledger.get(ReadModels.class), head, remembering, done);
    store =
        EmbeddedEventStore.builder().storageEngine(ledger.get(EventStorageEngine.class)).build();
    processor =
        TrackingEventProcessor.builder()
            .name("stock")
            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(handler).build())
            .messageSource(store)
            .tokenStore(tokens(ledger))
            .transactionManager(ledger.get(TransactionManager.class))
            .trackingEventProcessorConfiguration(fromTheBeginning())
            .build();
  }

  /** One thread, as by default; the default start is a replay, whose token Jackson cannot read. */
  private static TrackingEventProcessorConfiguration fromTheBeginning() {
    return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
        .andInitialTrackingToken(StreamableMessageSource::createTailToken);
  }

  private static JdbcTokenStore tokens(Ledger ledger) {
    JdbcTokenStore tokens =
        JdbcTokenStore.builder()
            .connectionProvider(new SpringDataSourceConnectionProvider(ledger.source("views")))
            .serializer(Jackson3Serializer.builder().build())
            .build();
    tokens.createSchema(GenericTokenTableFactory.INSTANCE);
    return tokens;
  }

  /** Follows the journal to its head. */
  void run(Duration limit) throws InterruptedException {
    processor.start();
    if (!done.await(limit.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("stock Axon takes too long");
    }
  }

  @Override
  public void close() {
    processor.shutDown();
    store.shutDown();
  }

  record Handler(ReadModels models, long head, boolean remembering, CountDownLatch done) {

    @EventHandler
    void on(LedgerEvent event, TrackingToken token, @SequenceNumber long sequence) {
      long position = token.position().orElseThrow();
      models.on(event, position, sequence == 0);
      models.flush();
      if (!remembering) {
        models.forget();
      }
      if (position == head) {
        done.countDown();
      }
    }
  }
}
