package org.chancery.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.app.question.NotUnderstoodException;
import org.chancery.app.telling.LedgerAddress;
import org.chancery.app.telling.NotAnsweredException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Tells why an answer is what it is. */
@Command(
    name = "explain",
    description =
        "Tells why the answer at an address is what it is: the entries that led to it, oldest"
            + " first, with those that no longer stand.",
    footer = {
      "",
      "Example:",
      "  chancery explain meetings/dunford-gerasimov-2017 --data demo-data",
      "  chancery explain cooperations/us-ru-military --on 2015-01-01 --data demo-data"
    })
final class ExplainVerb implements Callable<Integer> {
  private static final String EXPLANATION = "explanation";

  @Mixin AddressOptions asked = new AddressOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LedgerAddress address = asked.address();
    return LedgerReader.read(
        asked.through,
        (ledger, terminal) -> {
          try {
            explain(ledger, terminal, explained(ledger, address));
          } catch (NotAnsweredException problem) {
            throw problem.code().equals("NOT_FOUND")
                ? new NotUnderstoodException(
                    "there is no explanation of %s; chancery show has the entries that it rests on"
                        .formatted(address.written()))
                : problem;
          }
        });
  }

  /** A mission's explanation is found by its two parties alone. */
  private static LedgerAddress explained(LedgerReader ledger, LedgerAddress address) {
    if (address.path().size() != 2 || !address.path().getFirst().equals("missions")) {
      return address.under(EXPLANATION);
    }
    JsonNode mission = ledger.get(address).json();
    return new LedgerAddress(
        List.of(
            "missions",
            mission.path("sending").asString(""),
            mission.path("receiving").asString(""),
            EXPLANATION),
        address.query());
  }

  private void explain(LedgerReader ledger, Terminal terminal, LedgerAddress explanation) {
    if (asked.json) {
      terminal.printJson(List.of(ledger.get(explanation)));
    } else {
      terminal.printText(ledger.text(explanation, "text/plain"));
    }
  }
}
