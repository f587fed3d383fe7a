package org.chancery.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.app.telling.LedgerAddress;
import org.chancery.app.telling.LedgerAnswer;
import org.chancery.app.telling.ShownAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows an answer of the ledger as text. */
@Command(
    name = "show",
    description = {
      "Shows what the ledger answers at an address: who, where, when, how it stands, and the"
          + " entries that it rests on. What is silent is not on record; what is open is said to"
          + " be."
    },
    footer = {
      "",
      "Example:",
      "  chancery show meetings/dunford-gerasimov-2017 --data demo-data",
      "  chancery show relationships/US/RU --on 2015-01-01 --data demo-data",
      "  chancery show entries/66 --json --data demo-data",
      "  chancery show 'meetings?party=RU&status=held' --data demo-data"
    })
final class ShowVerb implements Callable<Integer> {

  @Mixin AddressOptions asked = new AddressOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LedgerAddress address = asked.address();
    return LedgerReader.read(
        asked.through,
        (ledger, terminal) -> {
          LedgerAnswer answer = ledger.get(address);
          if (asked.json) {
            terminal.printJson(List.of(answer));
          } else {
            terminal.print(ShownAnswer.of(address, answer, ledger));
          }
        });
  }
}
