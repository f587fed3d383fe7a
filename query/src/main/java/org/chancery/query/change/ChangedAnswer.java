package org.chancery.query.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.chancery.query.cited.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * An answer that an entry changed.
 *
 * @param model what answers: party, official, trip, stop, meeting, conference, statement,
 *     cooperation, agreement, sanction, relationship, mission or timeline
 * @param address where it is answered
 * @param part which of several at that address: the number of a stop, or the entry that tells an
 *     item of the timeline; null where there is one
 * @param differences in order of the days
 */
public record ChangedAnswer(
    String model, String address, @Nullable String part, List<Difference> differences) {

  /** True where it does not merely rest on other entries. */
  boolean saysOtherwise() {
    return differences.stream().anyMatch(each -> each.what() != Nature.RESTS_ON_OTHERS);
  }

  /**
   * Days over which the answer differs in one way.
   *
   * @param from the first day, or null where it was always so
   * @param to the day after the last, or null where no end is known
   * @param fields those that differ; of an answer that begins or ends, all that say something
   */
  public record Difference(
      @Nullable LocalDate from, @Nullable LocalDate to, Nature what, List<FieldChange> fields) {}

  /** In what way an answer differs. */
  public enum Nature {
    /** There was none before. */
    BEGINS,
    /** There is none any more. */
    ENDS,
    /** It reads otherwise. */
    DIFFERS,
    /** It reads as before and rests on other entries. */
    RESTS_ON_OTHERS
  }

  /**
   * A field before and after. What stands within another is named with a dot, and with its place
   * from 1 on where it stands in a list that is as long as before: {@code stops[2].places}.
   *
   * @param before null where it said nothing
   * @param after null where it says nothing any more
   */
  public record FieldChange(String field, @Nullable Object before, @Nullable Object after)
      implements Keyed {

    @Override
    public String key() {
      return field;
    }

    @Override
    public List<@Nullable Object> values() {
      return Arrays.asList(before, after);
    }
  }
}
