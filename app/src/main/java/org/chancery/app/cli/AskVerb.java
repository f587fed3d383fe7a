package org.chancery.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.app.question.LedgerQuestion.AsKnown;
import org.chancery.app.question.QuestionParser;
import org.chancery.app.telling.QuestionAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question in words. */
@Command(
    name = "ask",
    description = {
      "Answers a question in sentences that cite their entries. These are understood:",
      "  where was OFFICIAL on DAY",
      "  who met NAME since DATE",
      "  who was OFFICE [of PARTY] on DAY",
      "  who headed PARTY's mission to PARTY on DAY",
      "  status of PARTY and PARTY [on DAY]",
      "  first|last meeting of NAME and NAME [before DAY]",
      "  first|last trip of OFFICIAL to PARTY",
      "each perhaps with: as known at POINT",
      "Any other question, and a name that nobody or that several go by, ends with 2, with what may"
          + " be meant. A NAME may be an address, such as parties/georgia, and stands in"
          + " quotation marks where it has a word of the question in it."
    },
    footer = {
      "",
      "Example:",
      "  chancery ask 'where was Rex Tillerson on 2017-02-16' --data demo-data",
      "  chancery ask 'status of US and Russia on 1 May 2015' --data demo-data",
      "  chancery ask 'last meeting of US and Russia' --data demo-data"
    })
final class AskVerb implements Callable<Integer> {

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "QUESTION",
      description = "In quotation marks of the shell, or word by word.")
  List<String> words = List.of();

  @Option(names = "--json", description = "Prints what the API answered, an answer a line.")
  boolean json;

  @Mixin ServerOptions through = new ServerOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    AsKnown question = QuestionParser.parse(String.join(" ", words));
    return LedgerReader.read(
        through,
        (ledger, terminal) -> {
          QuestionAnswer answer = QuestionAnswer.to(question, ledger);
          if (json) {
            terminal.printJson(answer.answers());
          } else {
            terminal.print(answer.lines());
          }
        });
  }
}
