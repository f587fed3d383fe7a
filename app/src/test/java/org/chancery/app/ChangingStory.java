package org.chancery.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Facts about a few parties in any order, every other one corrected or retracted again. */
final class ChangingStory {
  static final List<String> CODES = List.of("NO", "OS", "WE");

  private static final List<String> IDS = List.of("nordland", "ostland", "westland");
  private static final List<String> DATES = List.of("2011", "2012-03", "2013-05-06", "2014-07-08");

  private final Http http;
  private final Random random;
  private final Deque<Runnable> facts = new ArrayDeque<>();
  private final List<Made> entries = new ArrayList<>();
  private long last;
  private int amended;

  /** An entry, and a field that a correction of it may change. */
  private record Made(long position, String field) {}

  ChangingStory(Http http, Random random) {
    this.http = http;
    this.random = random;
    for (int party = 0; party < IDS.size(); party++) {
      register(IDS.get(party), CODES.get(party));
    }
    http.command("RegisterOfficial", "{\"official\":\"envoy\",\"name\":\"Envoy\"}").expect(201);
    String two = "\"parties\":[\"%s\",\"%s\"]".formatted(IDS.get(0), IDS.get(1));
    tell("EstablishRelations", two + ",\"on\":\"2011\"", "on");
    tell(
        "EstablishCooperation",
        "\"cooperation\":\"pact\",\"field\":\"space\",\"on\":\"2012\"," + two,
        "on");
    tell("RecordMeetingHeld", meeting("summit", two, "2013-05-06"), "heldOn");
    tell("RecordMeetingHeld", meeting("talks", two, "2012-03"), "heldOn");
    tell(
        "RecordTrip",
        "\"trip\":\"journey\",\"traveller\":\"envoy\",\"stops\":"
            + "[{\"country\":\"ostland\",\"dates\":\"2012-03-04\"}]",
        "purpose");
    tell(
        "AppointOfficial",
        "\"official\":\"envoy\",\"office\":\"Envoy\",\"party\":\"westland\",\"on\":\"2011\"",
        "on");
    tell("SeverRelations", two + ",\"on\":\"2014\",\"reason\":\"dispute\"", "on");
  }

  private static String meeting(String id, String parties, String heldOn) {
    return "\"meeting\":\"%s\",\"format\":\"bilateral\",%s,\"heldOn\":\"%s\""
        .formatted(id, parties, heldOn);
  }

  private void register(String id, String code) {
    tellNow(
        "RegisterParty",
        "\"party\":\"%s\",\"name\":\"The %s\",\"kind\":\"state\",\"codes\":[\"%s\"]"
            .formatted(id, id, code),
        "codes");
  }

  private void tell(String command, String fields, String field) {
    facts.add(() -> tellNow(command, fields, field));
  }

  private void tellNow(String command, String fields, String field) {
    Reply reply = http.command(command, "{" + fields + "}");
    if (reply.status() == 201) { // and not where it rests on what was retracted meanwhile
      last = reply.position();
      entries.add(new Made(last, field));
    }
  }

  /** Records one thing more, if only a refusal; the position that is reached. */
  long goOn() {
    if (facts.isEmpty() || random.nextInt(5) < 3) {
      amend();
    } else {
      facts.remove().run();
    }
    return last;
  }

  /** How often an entry was corrected or retracted. */
  int amended() {
    return amended;
  }

  private void amend() {
    Made entry = entries.get(random.nextInt(entries.size()));
    boolean retracts = random.nextInt(3) == 0;
    String fields =
        "\"entry\":%d,\"reason\":\"misread\"%s"
            .formatted(entry.position(), retracts ? "" : "," + otherwise(entry.field()));
    Reply reply = http.command(retracts ? "RetractEntry" : "CorrectEntry", "{" + fields + "}");
    if (reply.status() != 201) {
      return;
    }
    amended++;
    last = reply.position();
    entries.remove(entry);
    entries.add(new Made(last, entry.field()));
  }

  private String otherwise(String field) {
    return switch (field) {
      case "codes" ->
          random.nextBoolean()
              ? "\"codes\":[],\"name\":\"Without %d\"".formatted(random.nextInt(99))
              : "\"codes\":[\"%s\"]".formatted(CODES.get(random.nextInt(CODES.size())));
      case "purpose" -> "\"purpose\":\"talks %d\"".formatted(random.nextInt(99));
      default -> "\"%s\":\"%s\"".formatted(field, DATES.get(random.nextInt(DATES.size())));
    };
  }
}
