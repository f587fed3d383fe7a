package org.chancery.intake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.intake.AppointmentMatching.Told;
import org.jspecify.annotations.Nullable;

/**
 * Reads the published chiefs of mission and principal officers: a directory with {@code
 * missions-countries/*.xml}, {@code missions-orgs/*.xml} and {@code positions-principals/*.xml},
 * and {@code people.csv} for the names. Each turn of an appointment becomes one command.
 */
public final class MissionsReader implements SourceReader {
  private static final List<String> FOLDERS =
      List.of("missions-countries", "missions-orgs", "positions-principals");
  private static final int FILE_LIMIT = 10_000;

  private final Supplier<AppointmentsOnRecord> ledger;

  /** Reads into a ledger that holds no appointments yet. */
  public MissionsReader() {
    this(AppointmentsOnRecord::none);
  }

  /** Reads into a ledger; what it holds of earlier releases is corrected, not entered again. */
  public MissionsReader(Supplier<AppointmentsOnRecord> ledger) {
    this.ledger = ledger;
  }

  @Override
  public void read(Path directory, Consumer<ParsedRecord> into) throws IOException {
    if (FOLDERS.stream().noneMatch(folder -> Files.isDirectory(directory.resolve(folder)))) {
      throw new OtherKind(directory, "holds none of " + String.join(", ", FOLDERS));
    }
    List<AppointmentFile> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Path file : xmlFiles(directory.resolve(folder))) {
        files.add(AppointmentFile.read(file, folder + "/" + file.getFileName()));
      }
    }
    new Reading(files, PocomNames.in(directory), ledger.get(), into).take();
  }

  private static List<Path> xmlFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".xml") && Files.isRegularFile(file))
              .limit(FILE_LIMIT + 1)
              .sorted()
              .toList();
      if (found.size() > FILE_LIMIT) {
        throw new FileSystemException(
            folder.toString(), null, "holds more than %d files".formatted(FILE_LIMIT));
      }
      return found;
    }
  }

  /** One release, read whole: what is no longer in it can only be told at its end. */
  private static final class Reading {
    private final List<AppointmentFile> files;
    private final AppointmentsOnRecord known;
    private final Consumer<ParsedRecord> into;
    private final AppointmentDrafts drafts;
    private final AppointmentTerms terms;
    private final Map<String, AppointmentMatching> matchings = new HashMap<>();

    /** Posts that a file tells of: true where all of it could be read. */
    private final Map<String, Boolean> told = new HashMap<>();

    Reading(
        List<AppointmentFile> files,
        PocomNames names,
        AppointmentsOnRecord known,
        Consumer<ParsedRecord> into) {
      this.files = files;
      this.known = known;
      this.into = into;
      this.drafts = new AppointmentDrafts(into, release(files));
      this.terms = new AppointmentTerms(names, known, into);
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
}
