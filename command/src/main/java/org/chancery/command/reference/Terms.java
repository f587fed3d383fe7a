package org.chancery.command.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** When an official took up and left offices, as far as it is recorded. */
record Terms(List<OfficialAppointed> begun, List<AppointmentEnded> ended) {
  static final Terms NONE = new Terms(List.of(), List.of());

  Terms after(OfficialEvent event) {
    return switch (event) {
      case OfficialRegistered registered -> this;
      case OfficialAppointed appointed -> new Terms(joined(begun, appointed), ended);
      case AppointmentEnded end -> new Terms(begun, joined(ended, end));
    };
  }

  /** False where terms in the office are recorded and none of them touches the span. */
  boolean allow(String office, EdtfSpan when) {
    List<OfficialAppointed> terms =
        begun.stream().filter(term -> same(term.office(), office)).toList();
    return terms.isEmpty() || terms.stream().anyMatch(term -> term(term).mayTouch(when));
  }

  private EdtfSpan term(OfficialAppointed from) {
    EdtfDate end =
        ended.stream()
            .filter(to -> same(to.office(), from.office()) && to.party().equals(from.party()))
            .map(AppointmentEnded::on)
            .filter(on -> !on.latest().isBefore(from.on().earliest()))
            .min(EdtfDate::compareTo)
            .orElse(null);
    return new EdtfSpan(from.on() + "/" + (end == null ? ".." : end), from.on(), end);
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static <T> List<T> joined(List<T> before, T more) {
    List<T> all = new ArrayList<>(before);
    all.add(more);
    return List.copyOf(all);
  }
}
