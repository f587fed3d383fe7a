package org.chancery.room.concept;

import java.util.ArrayList;
import java.util.List;
import org.chancery.room.concept.ConceptSheet.Account;
import org.chancery.room.concept.ConceptSheet.Dispute;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** The facts of which accounts differ, as pages show them. */
public final class Disputes {

  private Disputes() {}

  /** Those that an answer tells. */
  public static List<Dispute> of(JsonNode thing, ValueReader reader) {
    List<Dispute> disputes = new ArrayList<>();
    for (JsonNode each : thing.path("accounts")) {
      List<Account> accounts = new ArrayList<>();
      List<String> heads = new ArrayList<>(List.of("Field"));
      for (JsonNode account : each.path("accounts")) {
        accounts.add(
            new Account(
                reader.links().cited(List.of(account.path("entry").asLong())),
                FieldWords.event(account.path("event").asString("")),
                Evidence.sources(account),
                account.path("followed").asBoolean(),
                alone(each, account, reader)));
        heads.add("By entry " + account.path("entry").asLong());
      }
      disputes.add(
          new Dispute(
              reader.links().cited(List.of(each.path("entry").asLong())),
              accounts,
              new Grid("What they say differently", heads, rows(each, reader))));
    }
    return disputes;
  }

  private static String alone(JsonNode dispute, JsonNode account, ValueReader reader) {
    String page = dispute.path("subject").asString("").replaceFirst("^/api", "");
    return reader.links().filtered(page, "accordingTo", account.path("entry").asString(""));
  }

  private static List<List<Shown>> rows(JsonNode dispute, ValueReader reader) {
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode difference : dispute.path("differs")) {
      String field = difference.path("field").asString("");
      List<Shown> row = new ArrayList<>(List.of(new Shown.Text(FieldWords.label(field))));
      difference.path("values").forEach(said -> row.add(reader.value(field, said.path("value"))));
      rows.add(row);
    }
    return rows;
  }
}
