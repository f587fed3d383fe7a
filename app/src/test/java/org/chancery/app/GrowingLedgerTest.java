package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.chancery.intake.ledger.RecordedEntries;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.intake.travel.TravelsOnRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody records and corrects trips while an import asks, name by name, what there is. */
@Timeout(60)
@ExtendWith(SharedLedger.class)
class GrowingLedgerTest {
  private final Ledger ledger;
  private HttpServer between;
  private int trips;

  GrowingLedgerTest(Ledger ledger) {
    this.ledger = ledger;
  }

  @BeforeEach
  void standBetween() throws IOException {
    between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    between.createContext("/", this::growAndPassOn);
    between.start();
  }

  @AfterEach
  void stop() {
    between.stop(0);
  }

  @Test
  void whatIsRecordedBetweenTwoQuestionsIsNotReadInHalves() {
    URI address = URI.create("http://127.0.0.1:" + between.getAddress().getPort());
    RemoteLedger growing = new RemoteLedger(address, ledger.http().token());
    assertThatCode(() -> TravelsOnRecord.in(RecordedEntries.in(growing)).get())
        .doesNotThrowAnyException();
  }

  private void growAndPassOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestURI().getPath().equals("/api/entries")) {
        recordAndCorrect("growing-" + ++trips);
      }
      Reply reply = ledger.http().get(exchange.getRequestURI().toString());
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void recordAndCorrect(String trip) {
    String content =
        """
        "trip": "%s", "traveller": "tillerson-rex-w", "stops": []\
        """
            .formatted(trip);
    long entry =
        ledger.http().command("PlanTrip", "{%s}".formatted(content)).expect(201).position();
    String correction =
        """
        {"entry": %d, "reason": "misread", "as": {%s, "purpose": "talks"}}\
        """
            .formatted(entry, content);
    ledger.http().command("CorrectEntry", correction).expect(201);
  }
}
