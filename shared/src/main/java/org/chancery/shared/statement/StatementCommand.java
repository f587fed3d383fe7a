package org.chancery.shared.statement;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of a statement. */
public sealed interface StatementCommand extends LedgerCommand {

  StatementId statement();

  @Override
  default Subject subject() {
    return new Subject(StatementEvent.CONCEPT, statement().value());
  }

  /**
   * Somebody says something.
   *
   * @param about the parties of which it speaks, whether or not they still exist
   * @param position where the speaker stands, where the statement tells
   * @param claim what it claims to be so, in a form that can be checked
   * @param summary in the words of whoever records it
   * @param quote in the words of the speaker, and short
   */
  record RecordStatement(
      StatementId statement,
      Speaker speaker,
      AttributionTerms attribution,
      EdtfDate on,
      List<PartyId> about,
      List<String> topics,
      @Nullable Position position,
      String summary,
      @Nullable String quote,
      @Nullable StatedClaim claim)
      implements StatementCommand, CreationCommand {

    /** It claims nothing that could be checked. */
    public RecordStatement(
        StatementId statement,
        Speaker speaker,
        AttributionTerms attribution,
        EdtfDate on,
        List<PartyId> about,
        List<String> topics,
        @Nullable Position position,
        String summary,
        @Nullable String quote) {
      this(statement, speaker, attribution, on, about, topics, position, summary, quote, null);
    }

    public RecordStatement {
      about = Require.distinct("about", about);
      topics = Require.texts("topics", topics);
      summary = Require.text("summary", summary);
      quote = Require.optionalText("quote", quote);
      requireWellFormed(claim);
    }

    @Override
    public List<Reference> references() {
      EdtfSpan when = EdtfSpan.of(on);
      List<Reference> references = new ArrayList<>(speaker.references(when));
      about.forEach(party -> references.addAll(Reference.known(party)));
      references.add(new Reference.Begun(when));
      return references;
    }
  }

  private static void requireWellFormed(@Nullable StatedClaim claim) {
    List<InvalidValue> faults = claim == null ? List.of() : claim.faults();
    if (!faults.isEmpty()) {
      InvalidValue first = faults.getFirst();
      throw new InvalidValue(first.code(), "claim/" + first.field(), first.reason());
    }
  }

  /** The speaker takes it back. What should not have been entered is retracted instead. */
  record WithdrawStatement(StatementId statement, EdtfDate on, String reason)
      implements StatementCommand {

    public WithdrawStatement {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of(new Reference.Begun(EdtfSpan.of(on)));
    }
  }
}
