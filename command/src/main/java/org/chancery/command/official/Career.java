package org.chancery.command.official;

import static org.chancery.command.official.TenureStep.APPOINTMENT;
import static org.chancery.command.official.TenureStep.END_OF_APPOINTMENT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.command.decision.History;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfDate;

/** The offices that an official took up and left, each with a history of its own. */
record Career(Map<Office, History<Tenure, TenureStep>> offices) {
  static final Career NONE = new Career(Map.of());

  private static final History<Tenure, TenureStep> UNTOUCHED = History.of(new TenureLifecycle());

  /** Fails where the history of the office does not bear the step. */
  void admit(Office office, TenureStep what, EdtfDate on) {
    History<Tenure, TenureStep> history = offices.getOrDefault(office, UNTOUCHED);
    try {
      history.admit(what, on);
    } catch (Refusal refusal) {
      throw reversed(history, what, on).orElse(refusal);
    }
  }

  Career with(Office office, TenureStep what, EdtfDate on, long version) {
    Map<Office, History<Tenure, TenureStep>> more = new HashMap<>(offices);
    more.put(office, offices.getOrDefault(office, UNTOUCHED).with(what, on, version));
    return new Career(more);
  }

  /** An end that finds its office taken up only later has its dates the wrong way round. */
  private static Optional<Refusal> reversed(
      History<Tenure, TenureStep> history, TenureStep what, EdtfDate on) {
    return history
        .last()
        .filter(last -> what == END_OF_APPOINTMENT && last.what() == APPOINTMENT)
        .filter(last -> on.latest().isBefore(last.on().earliest()))
        .map(
            last ->
                new Refusal(
                    RefusalCode.VALID_TIME_REVERSED,
                    "taken up on %s, the office was not left on %s".formatted(last.on(), on),
                    List.of(last.entry())));
  }
}
