package org.chancery.query.explanation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Ending;
import org.chancery.query.Names;
import org.chancery.query.entry.Origin;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer is what it is.
 *
 * @param subject the address of the answer
 * @param text all of it in words
 * @param steps the entries that led to the answer, oldest first, with those that no longer stand
 * @param omitted how many older entries are not told, because there are too many
 */
record Explanation(
    String subject,
    AsOf asOf,
    Brief answer,
    String text,
    List<Step> steps,
    long omitted,
    Names names)
    implements AsOfAnswer {

  @Override
  public Explanation lacking(List<Long> entries) {
    return new Explanation(subject, asOf.lacking(entries), answer, text, steps, omitted, names);
  }

  @Override
  public Explanation naming(Names cited) {
    return new Explanation(subject, asOf, answer, text, steps, omitted, cited);
  }

  /**
   * The answer in brief.
   *
   * @param state in the words of the answer itself; {@code none} where the ledger holds none
   * @param between where that is indeterminate, those between which it lies
   * @param says the answer in words
   * @param entries the positions that it rests on
   */
  record Brief(String state, List<String> between, String says, List<Long> entries) {

    /** The same, telling by whom and over what it was ended. */
    Brief telling(List<Ending> endings) {
      return new Brief(state, between, says + ExplanationText.causes(endings), entries);
    }
  }

  /**
   * One entry of the chain.
   *
   * @param reason why it corrects or retracts another; null where it does not
   * @param said in words; a retraction says what it takes back
   * @param date of what it said, or null where it tells of none
   * @param effect what became of it, such as {@code stands} or {@code superseded by 61}
   * @param supersedes the entry that it corrects or retracts, or null
   * @param supersededBy the entry that superseded it by then, or null
   * @param text all of it in a sentence or two
   */
  record Step(
      @JsonUnwrapped Origin entry,
      @Nullable String reason,
      String said,
      @Nullable EdtfSpan date,
      String effect,
      @Nullable Long supersedes,
      @Nullable Long supersededBy,
      String text) {}
}
