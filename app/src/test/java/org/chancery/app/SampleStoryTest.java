package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Submission;
import org.chancery.command.reference.Directory;
import org.chancery.command.reference.References;
import org.chancery.shared.LedgerCommand;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;
import org.chancery.shared.official.OfficialCommand.AppointOfficial;
import org.chancery.shared.official.OfficialCommand.EndAppointment;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Step;
import org.chancery.shared.time.Stretch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The sample holds no line that the ledger could not take, in the order in which it stands. */
class SampleStoryTest {
  private final Directory directory = new Directory();
  private final CommandReader reader = new CommandReader(directory);
  private final References references = new References(directory, Clock.systemUTC());
  private final List<Submission> story = new ArrayList<>();

  @BeforeEach
  void readsEachLineAndChecksWhatItTakesForGranted() throws IOException {
    try (InputStream sample = SampleStoryTest.class.getResourceAsStream("/sample/story.ndjson")) {
      for (String line : new String(sample.readAllBytes(), UTF_8).lines().toList()) {
        take(line);
      }
    }
  }

  private void take(String line) {
    ObjectNode body = reader.parse(line.getBytes(UTF_8));
    String name = body.remove("command").asString();
    String key = body.remove("id").asString();
    Submission submission = reader.read(name, body, new Envelope("sample", key, null, null));
    references.check(submission.command());
    LedgerEvent register = register(submission.command());
    if (register != null) {
      directory.learn(List.of(GenericEventMessage.asEventMessage(register)));
    }
    story.add(submission);
  }

  private static @Nullable LedgerEvent register(LedgerCommand command) {
    return switch (command) {
      case RegisterParty(var party, var name, var kind, var codes, var existed, var succeeds) ->
          new PartyRegistered(party, name, kind, codes, existed, succeeds);
      case RegisterOfficial(var official, var name) -> new OfficialRegistered(official, name);
      case AppointOfficial(var official, var office, var party, var on) ->
          new OfficialAppointed(official, office, party, on);
      case EndAppointment(var official, var office, var party, var on) ->
          new AppointmentEnded(official, office, party, on);
      default -> null;
    };
  }

  @Test
  void tellsTheWholeStoryUnderKeysOfItsOwn() {
    assertThat(story).hasSize(60);
    assertThat(story).extracting(line -> line.attribution().commandId()).doesNotHaveDuplicates();
    assertThat(story).allMatch(Submission::retryable);
  }

  @Test
  void citesADocumentOrAnAuthorityOnEachLine() {
    assertThat(story)
        .allMatch(
            line ->
                !line.attribution().sources().equals("[]")
                    || line.attribution().authority() != null);
  }

  @Test
  void putsTheSuspensionBeforeTheTerminationThatWasRecordedFirst() {
    Chronicle<CooperationState, CooperationStep> chronicle =
        Chronicle.of(new CooperationLifecycle());
    for (LedgerCommand command : commands()) {
      if (command instanceof CooperationCommand cooperation) {
        chronicle = chronicle.place(step(cooperation, chronicle.steps().size()));
      }
    }

    assertThat(chronicle.steps())
        .extracting(Step::what)
        .containsExactly(
            CooperationStep.ESTABLISHED, CooperationStep.SUSPENDED, CooperationStep.TERMINATED);
    assertThat(statesOn(chronicle, "2014-03-02")).containsExactly(CooperationState.ACTIVE);
    assertThat(statesOn(chronicle, "2014-06-01"))
        .containsExactly(CooperationState.SUSPENDED, CooperationState.TERMINATED);
    assertThat(statesOn(chronicle, "2017-02-16")).containsExactly(CooperationState.TERMINATED);
  }

  @Test
  void leavesRelationsEstablishedInTheDaysOfTheStory() {
    Chronicle<RelationsState, RelationsStep> chronicle = Chronicle.of(new RelationsLifecycle());
    for (LedgerCommand command : commands()) {
      RelationsStep what = command instanceof RelationshipCommand change ? step(change) : null;
      if (what != null) {
        EdtfDate on = ((RelationshipCommand) command).on();
        chronicle = chronicle.place(new Step<>(what, on, chronicle.steps().size()));
      }
    }

    assertThat(statesOn(chronicle, "2017-02-16"))
        .extracting(state -> state.relations() + " " + state.level())
        .containsExactly("ESTABLISHED EMBASSY");
  }

  private List<LedgerCommand> commands() {
    return story.stream().map(Submission::command).toList();
  }

  private static Step<CooperationStep> step(CooperationCommand command, long entry) {
    return switch (command) {
      case EstablishCooperation c -> new Step<>(CooperationStep.ESTABLISHED, c.on(), entry);
      case SuspendCooperation c -> new Step<>(CooperationStep.SUSPENDED, c.on(), entry);
      case ResumeCooperation c -> new Step<>(CooperationStep.RESUMED, c.on(), entry);
      case TerminateCooperation c -> new Step<>(CooperationStep.TERMINATED, c.on(), entry);
    };
  }

  private static @Nullable RelationsStep step(RelationshipCommand command) {
    return switch (command) {
      case RecognizeParty _ -> new RelationsStep.Recognized();
      case EstablishRelations _ -> new RelationsStep.Established();
      case ChangeRepresentation c -> new RelationsStep.RepresentationChanged(c.level());
      case InterruptRelations _ -> new RelationsStep.Interrupted();
      case SeverRelations _ -> new RelationsStep.Severed();
      case ResumeRelations _ -> new RelationsStep.Resumed();
      case NoteDiscrepancy _ -> null;
    };
  }

  private static <T, S> List<T> statesOn(Chronicle<T, S> chronicle, String day) {
    var on = EdtfDate.parse(day).earliest();
    return chronicle.stretches().stream()
        .filter(stretch -> !stretch.from().isAfter(on) && stretch.to().isAfter(on))
        .map(Stretch::states)
        .findFirst()
        .orElseThrow();
  }
}
