package org.chancery.query.official;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.query.official.OfficialView.Attestation;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.official.OfficialView.Held;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;

/**
 * The days on which sources have an official in one office. On others the office may have been held
 * too: whoever attests it does not say when it was taken up and left.
 */
record Attested(List<Recorded<OfficeAttested>> told) {

  /** Office by office. */
  static Collection<Attested> of(List<Recorded<OfficeAttested>> all) {
    Map<String, List<Recorded<OfficeAttested>>> byOffice = new LinkedHashMap<>();
    for (Recorded<OfficeAttested> one : all) {
      String office = one.event().party() + " " + TextForm.folded(one.event().office());
      byOffice.merge(
          office,
          List.of(one),
          (before, more) -> Stream.of(before, more).flatMap(List::stream).toList());
    }
    return byOffice.values().stream().map(Attested::new).toList();
  }

  String office() {
    return told.getFirst().event().office();
  }

  PartyId party() {
    return told.getFirst().event().party();
  }

  Attestation view() {
    return new Attestation(
        office(),
        party(),
        first(spans()),
        last(spans()),
        spans().size(),
        told.stream().map(Recorded::position).toList());
  }

  /** The days on which what they say of a day may change. */
  List<LocalDate> edges() {
    return spans().stream()
        .flatMap(
            span ->
                Stream.of(
                    span.earliest(),
                    span.begunBy(),
                    Days.after(span.lastsTo()),
                    Days.after(span.latest())))
        .toList();
  }

  /**
   * Whether the office is held on the day, given the terms in it that are recorded. A term that may
   * last on a day says all of that day; what lies between two terms is open only where something is
   * attested there.
   */
  Optional<Held> on(LocalDate day, List<Term> terms) {
    List<Long> certain = positions(span -> isWithin(day, span.begunBy(), span.lastsTo()));
    if (!certain.isEmpty()) {
      return Optional.of(held(Certainty.YES, certain));
    }
    if (terms.stream().anyMatch(term -> term.on(day).isPresent())) {
      return Optional.empty();
    }
    Predicate<EdtfSpan> beside = besides(terms, day);
    List<EdtfSpan> spans = spans().stream().filter(beside).toList();
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(
            held(
                isWithin(day, first(spans), last(spans))
                    ? Certainty.INDETERMINATE
                    : Certainty.UNKNOWN,
                positions(beside)));
  }

  /** Attested in the time around the day that no term takes up. */
  private static Predicate<EdtfSpan> besides(List<Term> terms, LocalDate day) {
    LocalDate from =
        terms.stream()
            .map(term -> term.span().latest())
            .filter(latest -> latest.isBefore(day))
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    LocalDate to =
        terms.stream()
            .map(term -> term.span().earliest())
            .filter(earliest -> earliest.isAfter(day))
            .min(Comparator.naturalOrder())
            .orElse(LocalDate.MAX);
    return span -> span.latest().isAfter(from) && span.earliest().isBefore(to);
  }

  private Held held(Certainty held, List<Long> entries) {
    return new Held(office(), party(), held, entries);
  }

  private List<EdtfSpan> spans() {
    return told.stream().flatMap(one -> one.event().on().stream()).toList();
  }

  private List<Long> positions(Predicate<EdtfSpan> where) {
    return told.stream()
        .filter(one -> one.event().on().stream().anyMatch(where))
        .map(Recorded::position)
        .toList();
  }

  private static LocalDate first(List<EdtfSpan> spans) {
    return spans.stream().map(EdtfSpan::earliest).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static LocalDate last(List<EdtfSpan> spans) {
    return spans.stream().map(EdtfSpan::latest).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static boolean isWithin(LocalDate day, LocalDate first, LocalDate last) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
