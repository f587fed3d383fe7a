package org.chancery.command.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.command.Dates;
import org.chancery.command.Fold;
import org.chancery.command.Zip;
import org.chancery.shared.PartyId;
import org.chancery.shared.relationship.RelationshipCommand;
import org.chancery.shared.relationship.RelationshipCommand.ChangeRepresentation;
import org.chancery.shared.relationship.RelationshipCommand.EstablishRelations;
import org.chancery.shared.relationship.RelationshipCommand.InterruptRelations;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipCommand.RecognizeParty;
import org.chancery.shared.relationship.RelationshipCommand.ResumeRelations;
import org.chancery.shared.relationship.RelationshipCommand.SeverRelations;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.Representation;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.time.EdtfDate;

/** Whatever is asked, in whatever order. */
class RelationshipProperties {
  private static final List<PartyId> PAIR = List.of(US, RUSSIA);

  @Property(tries = 300)
  void refusalsNameEntriesAndChangeNothing(@ForAll("commands") List<RelationshipCommand> commands) {
    nothing().submit(commands);
  }

  @Property(tries = 300)
  void whatIsRecordedReplaysInAnyOrder(
      @ForAll("commands") List<RelationshipCommand> commands, @ForAll Random random) {
    List<RelationshipEvent> entries = new ArrayList<>(nothing().submit(commands).entries());
    Collections.shuffle(entries, random);

    assertThat(nothing().record(entries).submit(commands).entries())
        .startsWith(entries.toArray(RelationshipEvent[]::new));
  }

  @Property(tries = 300)
  void theOrderOfArrivalDoesNotMatterWhereDaysAreKnown(
      @ForAll("walks") List<RelationshipCommand> walk, @ForAll Random random) {
    Fold<RelationshipHistory, RelationshipCommand, RelationshipEvent> inOrder =
        nothing().submit(walk);
    List<RelationshipEvent> arriving = new ArrayList<>(inOrder.entries());
    Collections.shuffle(arriving, random);

    assertThat(steps(nothing().record(arriving))).isEqualTo(steps(inOrder));
  }

  private static List<String> steps(
      Fold<RelationshipHistory, RelationshipCommand, RelationshipEvent> fold) {
    return fold.state().history().chronicle().steps().stream()
        .map(step -> step.what() + " " + step.on())
        .toList();
  }

  /** Steps on days that follow each other. */
  @Provide
  Arbitrary<List<RelationshipCommand>> walks() {
    return kinds()
        .list()
        .ofMaxSize(10)
        .map(kinds -> Zip.of(kinds, Dates.ascending(kinds.size()), Function::apply));
  }

  private static Arbitrary<Function<EdtfDate, RelationshipCommand>> kinds() {
    return Arbitraries.of(
        on -> new RecognizeParty(US, RUSSIA, on, false),
        on -> new EstablishRelations(PAIR, on),
        on -> new ChangeRepresentation(PAIR, Representation.EMBASSY, on, null),
        on -> new ChangeRepresentation(PAIR, Representation.CONSULATE, on, null),
        on -> new InterruptRelations(PAIR, on, "war"),
        on -> new SeverRelations(PAIR, on, "war"),
        on -> new ResumeRelations(PAIR, on, "peace"),
        on -> new NoteDiscrepancy(PAIR, StatedChange.SEVERANCE, on, "a source says so"));
  }

  private static Fold<RelationshipHistory, RelationshipCommand, RelationshipEvent> nothing() {
    return new Fold<>(
        RelationshipHistory.NONE, RelationshipHistory::decide, RelationshipHistory::evolve);
  }

  @Provide
  Arbitrary<List<RelationshipCommand>> commands() {
    return Combinators.combine(kinds(), Dates.any()).as(Function::apply).list().ofMaxSize(12);
  }
}
