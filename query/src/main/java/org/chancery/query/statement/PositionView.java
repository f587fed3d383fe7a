package org.chancery.query.statement;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubjects;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.statement.Stance;
import org.jspecify.annotations.Nullable;

/**
 * Where a party, or an official, stands on a topic, by what was last said.
 *
 * @param party null where the position is that of an official
 * @param official null where the position is that of a party
 * @param stance null where nothing that stands tells it, or the dates leave it open
 * @param between where the dates leave the stance open, those that it may be
 * @param perhapsNone true where it may also be that nothing had been said, or nothing stands
 * @param last the last statement; null where there is none, or the dates leave it open which it is
 * @param possible where they do, those that may be the last
 * @param before the one before the last; null where there is none, or the dates leave it open
 * @param possiblyBefore where they do, those that may be the one before
 * @param withdrawn what was taken back by the day, and gives no position any more
 * @param entries the positions in the journal that all this rests on
 */
public record PositionView(
    @Nullable PartyId party,
    @Nullable OfficialId official,
    String topic,
    @Nullable Stance stance,
    List<Stance> between,
    boolean perhapsNone,
    @Nullable StatementView last,
    List<StatementView> possible,
    @Nullable StatementView before,
    List<StatementView> possiblyBefore,
    List<StatementView> withdrawn,
    List<Long> entries)
    implements OfSubjects {

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(
            Stream.ofNullable(last),
            possible.stream(),
            Stream.ofNullable(before),
            possiblyBefore.stream(),
            withdrawn.stream())
        .flatMap(each -> each)
        .map(StatementView::subject);
  }
}
