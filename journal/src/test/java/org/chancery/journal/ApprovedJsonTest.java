package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.chancery.journal.EventNames.EventName;
import org.chancery.shared.entry.LedgerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in journals for ever, as files. A file that exists is never edited: a changed shape
 * is a new revision with a file of its own, and an upcaster that reads the old one.
 */
class ApprovedJsonTest {
  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
  private static final Path LATER = APPROVED.resolve("later");
  private static final Path RECEIVED = Path.of("target", "received");
  private static final EventUpcaster UPCASTERS = new Revisions();
  private static final JsonMapper JSON = TestJournal.mapper();
  private static final JournalSerializer SERIALIZER = new JournalSerializer();

  static List<EventName> names() {
    return List.copyOf(EventNames.all());
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(APPROVED)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static List<LedgerEvent> later() {
    return ApprovedEvents.LATER;
  }

  @ParameterizedTest
  @MethodSource("names")
  void todaysWritingIsTheApprovedOne(EventName name) throws IOException {
    check(event(name), APPROVED.resolve(file(name.name(), name.revision())));
  }

  /** Fields that may be absent need no revision; with them there is a file beside. */
  @ParameterizedTest
  @MethodSource("later")
  void fieldsThatCameLaterAreApprovedToo(LedgerEvent event) throws IOException {
    EventName name =
        EventNames.all().stream()
            .filter(each -> each.type() == event.getClass())
            .findFirst()
            .orElseThrow();
    Path approved = LATER.resolve(file(name.name(), name.revision()));
    check(event, approved);
    assertThat(read(name.name(), name.revision(), Files.readString(approved))).isEqualTo(event);
  }

  private static void check(LedgerEvent event, Path approved) throws IOException {
    String written = SERIALIZER.serialize(event, String.class).getData();
    Path received = RECEIVED.resolve(APPROVED.relativize(approved));
    Files.createDirectories(received.getParent());
    Files.writeString(
        received,
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(written)) + "\n");

    assertThat(approved).as("read %s and, if it is right, keep it", received).exists();
    assertThat(tree(Files.readString(approved))).isEqualTo(tree(written));
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatWasApprovedReadsForEver(Path file) throws IOException {
    String[] parts = file.getFileName().toString().replace(".json", "").split("-(?=\\d+$)", -1);
    assertThat(read(parts[0], Integer.parseInt(parts[1]), Files.readString(file)))
        .isIn(ApprovedEvents.ALL);
  }

  private static Object read(String name, int revision, String payload) {
    EntryData stored = new EntryData(TestJournal.entry(name, revision, payload), SERIALIZER);
    return EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(stored), SERIALIZER, UPCASTERS)
        .map(message -> (Object) message.getPayload())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noRevisionIsForgotten() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (EventName name : EventNames.all()) {
      for (int revision = 1; revision <= name.revision(); revision++) {
        expected.add(file(name.name(), revision));
      }
    }

    assertThat(files().stream().map(file -> file.getFileName().toString()).toList())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static LedgerEvent event(EventName name) {
    return ApprovedEvents.ALL.stream()
        .filter(event -> event.getClass() == name.type())
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
  }

  private static String file(String name, int revision) {
    return "%s-%d.json".formatted(name, revision);
  }

  private static JsonNode tree(String json) {
    return JSON.readTree(json);
  }
}
