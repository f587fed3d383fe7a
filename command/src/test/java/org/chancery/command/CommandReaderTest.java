package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.span;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.reference.Directory;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
  private static final String SOURCE = "\"provenance\":{\"sources\":[{\"title\":\"CBS News\"}]}";

  private final CommandReader reader = new CommandReader(directory());

  @Test
  void aCommandIsReadWithItsPartiesByIdOrCodeInAnyCase() {
    Submission read =
        read(
            "ScheduleMeeting",
            """
            {"meeting": "bonn", "format": "working-lunch", "parties": ["us", "Rus"],
             "participants": [{"official": "tillerson-rex-w", "party": "UNITED-STATES"},
                              {"name": "Sergei Lavrov", "party": "RU"}],
             "place": {"country": "DE", "locality": "Bonn"}, "scheduledFor": "2017-02-16",
             "topics": ["Syria"], %s}\
            """
                .formatted(SOURCE),
            null);

    assertThat(read.command())
        .isEqualTo(
            new ScheduleMeeting(
                new MeetingId("bonn"),
                MeetingFormat.WORKING_LUNCH,
                List.of(US, RUSSIA),
                List.of(
                    new Participant(TILLERSON, null, US),
                    new Participant(null, "Sergei Lavrov", RUSSIA)),
                new Place(new PartyId("de"), "Bonn"),
                span("2017-02-16"),
                List.of("Syria")));
    assertThat(read.attribution().sources()).contains("CBS News");
    assertThat(read.attribution().recordedBy()).isEqualTo("tester");
  }

  /** Such an object would be believed without having been read, and be written for good. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "EstablishRelations; 'parties':['us','ru'], 'on':"
            + "{'text':'2005','earliest':'2015-01-01','latest':'2015-12-31'}; /on",
        "RegisterParty; 'party':'x','name':'x','kind':'state', 'existed':{'text':'hello',"
            + "'start':{'text':'x','earliest':'2000-01-01','latest':'2000-01-01'}}; /existed",
        "RegisterParty; 'party':'x','name':'x','kind':'state', 'existed':{'text':'1999'}; /existed",
        "RegisterParty; 'party':{'value':'No Id'},'name':'x','kind':'state'; /party",
        "RegisterOfficial; 'official':{'value':'No Id'},'name':'x'; /official",
        "EstablishRelations; 'parties':{'first':'us','second':'ru'}, 'on':'2005'; /parties",
      })
  void whatIsWrittenAsOneValueIsNotReadFromItsParts(String name, String body, String pointer) {
    Problem problem = problem(name, "{%s, %s}".formatted(body.replace('\'', '"'), SOURCE));

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors()).extracting(Fault::pointer).containsExactly(pointer);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    Problem problem =
        problem(
            "SuspendCooperation",
            """
            {"cooperation": "US RU", "on": "soon", "reason": " ", "because": "Crimea",
             "provenance": {"sources": [{"title": "", "published": 2014}]}}\
            """);

    assertThat(problem.code()).isEqualTo("INVALID_FIELDS");
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.errors())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/because",
            "/cooperation",
            "/on",
            "/reason",
            "/provenance/sources/0/title",
            "/provenance/sources/0/published");
  }

  @ParameterizedTest(name = "{1} at {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SuspendCooperation   | REASON_REQUIRED     | /reason              | {"cooperation":"c","on":"2014"}
          SuspendCooperation   | REASON_REQUIRED     | /reason              | {"cooperation":"c","on":"2014","reason":null}
          SuspendCooperation   | REASON_REQUIRED     | /reason              | {"cooperation":"c","on":"2014","reason":" "}
          SuspendCooperation   | INVALID_DATE        | /on                  | {"cooperation":"c","on":"2014-13","reason":"r"}
          SuspendCooperation   | INVALID_DATE        | /on                  | {"cooperation":"c","on":"","reason":"r"}
          SuspendCooperation   | INVALID_FIELDS      | /on                  | {"cooperation":"c","reason":"r"}
          SuspendCooperation   | INVALID_ID          | /cooperation         | {"cooperation":"Ü","on":"2014","reason":"r"}
          SuspendCooperation   | INVALID_FIELDS      | /cooperation         | {"on":"2014","reason":"r"}
          SuspendCooperation   | INVALID_FIELDS      | /reason              | {"cooperation":"c","on":"2014","reason":["r"]}
          RescheduleMeeting    | VALID_TIME_REVERSED | /scheduledFor        | {"meeting":"m","scheduledFor":"2018/2017"}
          RescheduleMeeting    | INVALID_FIELDS      | /a~1b~0c             | {"meeting":"m","scheduledFor":"2018","a/b~c":1}
          EstablishCooperation | TOO_FEW_PARTIES     | /parties             | {"parties":["RU"],"field":"f","on":"1992"}
          EstablishCooperation | TOO_FEW_PARTIES     | /parties             | {"field":"f","on":"1992"}
          EstablishCooperation | INVALID_FIELDS      | /parties             | {"parties":"RU","field":"f","on":"1992"}
          EstablishCooperation | INVALID_FIELDS      | /parties/1           | {"parties":["RU",null],"field":"f","on":"1992"}
          EstablishCooperation | INVALID_FIELDS      | /parties/1           | {"parties":["RU",7],"field":"f","on":"1992"}
          EstablishCooperation | INVALID_ID          | /parties/1           | {"parties":["RU","U S"],"field":"f","on":"1992"}
          EstablishCooperation | SELF_RELATION       | /parties             | {"parties":["RU","russia"],"field":"f","on":"1992"}
          EstablishRelations   | SELF_RELATION       | /parties             | {"parties":["RU","russia"],"on":"1992"}
          ScheduleMeeting      | INVALID_FIELDS      | /inMarginsOf         | {"format":"dinner","scheduledFor":"2017","partOf":"c","inMarginsOf":"c"}
          PostponeConference   | INVALID_DATE        | /scheduledFor        | {"conference":"c","scheduledFor":"soon"}
          InviteParty          | INVALID_FIELDS      | /as                  | {"conference":"c","party":"RU","as":"host"}
          ConveneConference    | INVALID_FIELDS      | /participants/0      | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{"official":"o","name":"N"}]}
          ConveneConference    | INVALID_FIELDS      | /participants/0      | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{}]}
          ConveneConference    | INVALID_FIELDS      | /participants/1      | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{"party":"RU"},"US"]}
          ConveneConference    | INVALID_FIELDS      | /participants/0/as   | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{"party":"RU","as":"host"}]}
          ConveneConference    | INVALID_FIELDS      | /participants/0/number | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{"number":0,"role":"ministers"}]}
          ConveneConference    | INVALID_FIELDS      | /participants/0/number | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{"number":2.5,"role":"ministers"}]}
          ConveneConference    | INVALID_ID          | /participants/0/official | {"name":"n","kind":"summit","scheduledFor":"2017","participants":[{"official":"O!"}]}
          ScheduleMeeting      | INVALID_FIELDS      | /format              | {"format":"banquet","scheduledFor":"2017"}
          ScheduleMeeting      | INVALID_FIELDS      | /format              | {"format":1,"scheduledFor":"2017"}
          ScheduleMeeting      | INVALID_FIELDS      | /format              | {"format":"","scheduledFor":"2017"}
          ScheduleMeeting      | INVALID_FIELDS      | /participants/0      | {"format":"dinner","scheduledFor":"2017","participants":[{}]}
          ScheduleMeeting      | INVALID_FIELDS      | /participants/0/name | {"format":"dinner","scheduledFor":"2017","participants":[{"name":5}]}
          ScheduleMeeting      | INVALID_FIELDS      | /participants/0/name | {"format":"dinner","scheduledFor":"2017","participants":[{"name":true}]}
          ScheduleMeeting      | INVALID_FIELDS      | /topics/0            | {"format":"dinner","scheduledFor":"2017","topics":[1.5]}
          RecognizeParty       | INVALID_FIELDS      | /mutual              | {"by":"US","of":"RU","on":"1933","mutual":"perhaps"}
          RecognizeParty       | INVALID_FIELDS      | /mutual              | {"by":"US","of":"RU","on":"1933","mutual":"true"}
          RecognizeParty       | INVALID_FIELDS      | /mutual              | {"by":"US","of":"RU","on":"1933","mutual":1}
          """)
  void aFaultIsToldByItsCodeAndPlace(
      String command, String code, @Nullable String pointer, String body) {
    Problem problem = problem(command, body.replaceFirst("}$", "," + SOURCE + "}"));

    assertThat(problem.errors())
        .extracting(Fault::pointer)
        .containsExactly(pointer == null ? "" : pointer);
    assertThat(problem.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"provenance\":null}",
        "{\"provenance\":{}}",
        "{\"provenance\":{\"sources\":[]}}",
        "{\"provenance\":{\"authority\":\"State Department\"}}",
        "{\"provenance\":{\"rationale\":\"because\",\"authority\":\"\"}}"
      })
  void anEntryRestsOnASourceOrAnAuthorityWithItsRationale(String provenance) {
    String body = "{\"meeting\":\"m\",\"scheduledFor\":\"2018\"," + provenance.substring(1);

    Problem problem = problem("RescheduleMeeting", body.replace(",}", "}"));

    assertThat(problem.code()).isEqualTo("SOURCE_REQUIRED");
    assertThat(problem.errors()).extracting(Fault::pointer).containsExactly("/provenance");
  }

  @Test
  void anUnknownCommandIsNotFound() {
    assertThat(problem("DeclareWar", "{}"))
        .satisfies(problem -> assertThat(problem.status()).isEqualTo(404))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("UNKNOWN_COMMAND"));
  }

  @Test
  void aSubjectLeftOutIsNamedTheSameForTheSameKey() {
    String body =
        "{\"parties\":[\"US\",\"RU\"],\"field\":\"f\",\"on\":\"1992\",%s}".formatted(SOURCE);

    Submission first = read("EstablishCooperation", body, "key");

    assertThat(read("EstablishCooperation", body, "key").attribution())
        .isEqualTo(first.attribution());
    assertThat(read("EstablishCooperation", body, "other").command()).isNotEqualTo(first.command());
    assertThat(read("EstablishCooperation", body, null).command())
        .isNotEqualTo(read("EstablishCooperation", body, null).command());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "clé", "new\nline"})
  void aKeyIsPrintableAscii(String key) {
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> read("RescheduleMeeting", "{%s}".formatted(SOURCE), key))
                .problem()
                .code())
        .isEqualTo("INVALID_ID");
  }

  private static Directory directory() {
    Directory directory = new Directory();
    directory.learn(
        List.of(
            entry(registered(RUSSIA, "RU", "RUS")),
            entry(registered(US, "US", "USA")),
            entry(registered(GERMANY))));
    return directory;
  }

  private static EventMessage<?> entry(PartyRegistered first) {
    return new GenericDomainEventMessage<>("parties", first.subject().toString(), 0, first);
  }

  private static PartyRegistered registered(PartyId party, String... codes) {
    return new PartyRegistered(
        party, party.value(), PartyKind.STATE, List.of(codes), null, List.of());
  }

  private Problem problem(String command, String body) {
    return catchThrowableOfType(ProblemException.class, () -> read(command, body, null)).problem();
  }

  private Submission read(String command, String body, @Nullable String key) {
    return reader.read(
        command,
        reader.parse(body.getBytes(StandardCharsets.UTF_8)),
        new Envelope("tester", key, null, null));
  }
}
