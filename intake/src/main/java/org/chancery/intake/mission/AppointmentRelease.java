package org.chancery.intake.mission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.chancery.intake.mission.AppointmentMatching.Told;
import org.chancery.intake.source.ParsedRecord;
import org.jspecify.annotations.Nullable;

/** A release of appointments, read whole: what is no longer in it can only be told at its end. */
final class AppointmentRelease {
  private final List<AppointmentFile> files;
  private final AppointmentsOnRecord known;
  private final Consumer<ParsedRecord> into;
  private final AppointmentDrafts drafts;
  private final AppointmentTerms terms;
  private final Map<String, AppointmentMatching> matchings = new HashMap<>();

  /** Posts that a file tells of: true where all of it could be read. */
  private final Map<String, Boolean> told = new HashMap<>();

  AppointmentRelease(
      Publication publication,
      List<AppointmentFile> files,
      PersonNames names,
      AppointmentsOnRecord known,
      Consumer<ParsedRecord> into) {
    this.files = files;
    this.known = known;
    this.into = into;
    this.drafts = new AppointmentDrafts(into, publication, release(files));
    this.terms = new AppointmentTerms(names, publication, known, into);
  }

  private static @Nullable LocalDate release(List<AppointmentFile> files) {
    return files.stream()
        .flatMap(file -> file.appointments().stream())
        .map(Appointment::edited)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  void take() {
    List<Told> inOrder = new ArrayList<>();
    files.forEach(file -> take(file, inOrder));
    inOrder.stream()
        .collect(Collectors.groupingBy(terms::post))
        .forEach((post, all) -> matchings.put(post, AppointmentMatching.of(all, known.in(post))));
    inOrder.forEach(this::draft);
    known
        .all()
        .forEach(
            (post, held) -> {
              if (told.getOrDefault(office(post), false)) {
                retract(post, held);
              }
            });
  }

  /** Several files may tell of one post: a land's, and that of the land that it succeeds. */
  private void take(AppointmentFile file, List<Told> inOrder) {
    file.faults().forEach(into);
    for (Appointment appointment : file.appointments()) {
      terms
          .told(appointment)
          .ifPresent(
              one -> {
                inOrder.add(one);
                told.merge(office(terms.post(one)), file.isComplete(), Boolean::logicalAnd);
              });
    }
  }

  private static String office(String post) {
    return post.substring(0, post.lastIndexOf(' '));
  }

  private void draft(Told one) {
    Map<String, StatementOnRecord> term =
        Objects.requireNonNull(matchings.get(terms.post(one))).termOf(one);
    terms.register(one);
    Told as = term == null ? one : terms.inTerm(one, term);
    drafts.draft(as, term == null ? Map.of() : term, terms.flags(one));
  }

  private void retract(String post, Map<String, Map<String, StatementOnRecord>> held) {
    AppointmentMatching matching = matchings.get(post);
    for (Map<String, StatementOnRecord> term : held.values()) {
      if (matching == null || !matching.holds(term)) {
        drafts.retract(term, post);
      }
    }
  }
}
