package org.chancery.command.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** When an official took up and left offices, as far as it is recorded. */
record Terms(
    List<OfficialAppointed> begun, List<AppointmentEnded> ended, List<OfficeAttested> attested) {
  static final Terms NONE = new Terms(List.of(), List.of(), List.of());

  Terms evolve(OfficialEvent event) {
    return switch (event) {
      case OfficialRegistered registered -> this;
      case OfficialAppointed appointed -> new Terms(joined(begun, appointed), ended, attested);
      case AppointmentEnded end -> new Terms(begun, joined(ended, end), attested);
      case OfficeAttested more -> new Terms(begun, ended, joined(attested, more));
    };
  }

  /** A time in an office of a party. */
  private record Term(PartyId party, EdtfSpan span) {}

  /**
   * False where terms in the office are recorded, and neither one of them nor a day on which it is
   * attested touches the span.
   */
  boolean allow(String office, EdtfSpan when) {
    List<Term> terms = in(office);
    return terms.isEmpty()
        || terms.stream().anyMatch(term -> term.span().mayTouch(when))
        || attested(when).anyMatch(days -> TextForm.areAlike(days.office(), office));
  }

  private Stream<OfficeAttested> attested(EdtfSpan when) {
    return attested.stream()
        .filter(days -> days.on().stream().anyMatch(stretch -> stretch.mayTouch(when)));
  }

  /** Whom the official may have served within the span, as far as terms are recorded. */
  Set<PartyId> served(EdtfSpan when) {
    Stream<PartyId> inTerms =
        begun.stream()
            .map(OfficialAppointed::office)
            .distinct()
            .flatMap(office -> in(office).stream())
            .filter(term -> term.span().mayTouch(when))
            .map(Term::party);
    return Stream.concat(inTerms, attested(when).map(OfficeAttested::party))
        .collect(Collectors.toSet());
  }

  /**
   * Terms in an office follow each other, so each end belongs to the first term still without one.
   */
  private List<Term> in(String office) {
    List<AppointmentEnded> unmatched = new ArrayList<>(ended);
    unmatched.sort(Comparator.comparing(AppointmentEnded::on));
    return begun.stream()
        .filter(term -> TextForm.areAlike(term.office(), office))
        .sorted(Comparator.comparing(OfficialAppointed::on))
        .map(from -> term(from, unmatched))
        .toList();
  }

  private static Term term(OfficialAppointed from, List<AppointmentEnded> unmatched) {
    AppointmentEnded end =
        unmatched.stream()
            .filter(
                to ->
                    TextForm.areAlike(to.office(), from.office())
                        && to.party().equals(from.party()))
            .filter(to -> !to.on().latest().isBefore(from.on().earliest()))
            .findFirst()
            .orElse(null);
    unmatched.remove(end);
    EdtfDate until = end == null ? null : end.on();
    String text = from.on() + "/" + (until == null ? ".." : until);
    return new Term(from.party(), new EdtfSpan(text, from.on(), until));
  }

  private static <T> List<T> joined(List<T> before, T more) {
    List<T> all = new ArrayList<>(before);
    all.add(more);
    return List.copyOf(all);
  }
}
