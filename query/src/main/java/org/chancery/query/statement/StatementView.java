package org.chancery.query.statement;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.Selection.Through;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.claim.StatedClaim;
import org.chancery.shared.statement.AttributionTerms;
import org.chancery.shared.statement.Position;
import org.chancery.shared.statement.Speaker;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.statement.StatementId;
import org.chancery.shared.statement.StatementState;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A statement.
 *
 * @param attribution on what terms the speaker may be quoted
 * @param on when it was made
 * @param about the parties of which it speaks
 * @param position where the speaker stands; null where the statement does not tell
 * @param claim what it claims to be so, in a form that can be checked; null where it has none
 * @param status how it stands on the day asked about
 * @param between where the status is indeterminate, those between which it lies
 * @param withdrawal how it was taken back; null on days on which it surely was not yet
 * @param entries the positions that all this rests on
 */
public record StatementView(
    StatementId statement,
    Speaker speaker,
    AttributionTerms attribution,
    EdtfDate on,
    List<PartyId> about,
    List<String> topics,
    @Nullable Position position,
    String summary,
    @Nullable String quote,
    @Nullable StatedClaim claim,
    StatementStatus status,
    List<StatementState> between,
    @Nullable Withdrawal withdrawal,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<StatementEvent, StatementView> READ_MODEL =
      ReadModelSpec.of(
              "statement", StatementEvent.class, StatementView.class, StatementFold::versions)
          .indexedBy("party", "official", "topic", Through.NAME)
          .filteredBy("topic", StatementView::allTopics)
          .groupedBy(
              Dimension.of("official"),
              Dimension.of("about").many(),
              Dimension.said("topic").many(),
              Dimension.of("stance"),
              Dimension.of("attribution"),
              Dimension.of("status"),
              Dimension.said("year"),
              Dimension.said("month"));

  @Override
  public Subject subject() {
    return new Subject(StatementEvent.CONCEPT, statement.value());
  }

  /** What it is about, and on what it takes a stance. */
  List<String> allTopics() {
    return Stream.concat(topics.stream(), Stream.ofNullable(position).map(stands -> stands.topic()))
        .distinct()
        .toList();
  }

  /** How a statement stands on a day. */
  public enum StatementStatus {
    /** It had not been made. */
    NONE,
    STANDING,
    WITHDRAWN,
    INDETERMINATE;

    static StatementStatus of(Phase<StatementState> phase) {
      return phase.named(state -> valueOf(state.name()), INDETERMINATE);
    }
  }

  /** That the speaker took it back. */
  public record Withdrawal(EdtfDate on, String reason, List<Long> entries) {}
}
