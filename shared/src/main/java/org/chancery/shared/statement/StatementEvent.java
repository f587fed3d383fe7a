package org.chancery.shared.statement;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of a statement. */
public sealed interface StatementEvent extends LedgerEvent {
  String CONCEPT = "statements";

  @Override
  StatementCommand command();

  StatementId statement();

  EdtfDate on();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, statement().value());
  }

  /** Somebody said it; those who heard it would know. */
  record StatementMade(
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
      implements StatementEvent {

    /** It claims nothing that could be checked. */
    public StatementMade(
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

    @Override
    public StatementCommand command() {
      return new StatementCommand.RecordStatement(
          statement, speaker, attribution, on, about, topics, position, summary, quote, claim);
    }
  }

  /** The speaker took it back. */
  record StatementWithdrawn(StatementId statement, EdtfDate on, String reason)
      implements StatementEvent {

    @Override
    public StatementCommand command() {
      return new StatementCommand.WithdrawStatement(statement, on, reason);
    }
  }
}
