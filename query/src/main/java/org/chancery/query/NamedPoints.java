package org.chancery.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.journal.Imports;
import org.chancery.journal.Imports.Import;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.chancery.shared.text.Nearest;
import org.springframework.stereotype.Component;

/**
 * Points of recorded time that go by a name: {@code import:N} is where the N-th import ended,
 * {@code release:NAME} where the first import of the source so called did. Both are read off the
 * journal's own entries.
 */
@Component
public final class NamedPoints {
  private static final String IMPORT = "import:";
  private static final String RELEASE = "release:";

  private final Journal journal;
  private final Imports imports;

  NamedPoints(JournalParts parts) {
    this.journal = parts.journal();
    this.imports = new Imports(parts);
  }

  /** The imports that had made entries by a position, in their order. */
  public List<Import> upTo(long position) {
    return imports.upTo(position);
  }

  /** The name of the point where an import ended. */
  public static String nameOf(Import one) {
    return IMPORT + one.number();
  }

  /** The name of the point where the first import of a source ended. */
  public static String releaseOf(Import one) {
    return RELEASE + one.run().source();
  }

  /** True of an import for which a release's name stands among all. */
  public static boolean isNamedByRelease(Import one, List<Import> all) {
    List<Import> meant = meant(releaseOf(one), all);
    return meant.getFirst().equals(one) && areOfOneFormat(meant);
  }

  private static List<Import> meant(String release, List<Import> all) {
    return all.stream().filter(one -> releaseOf(one).equals(release)).toList();
  }

  private static boolean areOfOneFormat(List<Import> meant) {
    return meant.stream().map(one -> one.run().format()).distinct().count() <= 1;
  }

  static boolean isName(String text) {
    return text.startsWith(IMPORT) || text.startsWith(RELEASE);
  }

  /** The position that a name stands for; fails as UNKNOWN_POINT with the nearest names. */
  long position(String text) {
    List<Import> all = upTo(journal.refreshedHead().position());
    return text.startsWith(IMPORT) ? ofImport(text, all) : ofRelease(text, all);
  }

  private static long ofImport(String text, List<Import> all) {
    long number = Parameters.position(text);
    if (number < 1 || number > all.size()) {
      throw unknown(text, "there are %d imports that made entries".formatted(all.size()), all);
    }
    return all.get(Math.toIntExact(number) - 1).last();
  }

  private static long ofRelease(String text, List<Import> all) {
    String asked = text.strip().toLowerCase(Locale.ROOT);
    List<Import> meant = meant(asked, all);
    if (!areOfOneFormat(meant)) {
      throw new ProblemException(
          Problem.of(
                  RequestCode.UNKNOWN_POINT,
                  "several sources are called so: '%s'".formatted(InvalidValue.excerpt(text)))
              .suggesting(meant.stream().map(NamedPoints::nameOf).toList()));
    }
    if (meant.isEmpty()) {
      throw unknown(text, "no release so called was taken in", all);
    }
    return meant.getFirst().last();
  }

  private static ProblemException unknown(String text, String why, List<Import> all) {
    List<Nearest.Known> known =
        Stream.concat(
                all.stream().map(one -> known(releaseOf(one), one.run().source())),
                all.stream().map(one -> known(nameOf(one), nameOf(one))))
            .distinct()
            .toList();
    String asked = text.startsWith(RELEASE) ? text.substring(RELEASE.length()) : text;
    return new ProblemException(
        Problem.of(
                RequestCode.UNKNOWN_POINT,
                "'%s' is no point of recorded time: %s".formatted(InvalidValue.excerpt(text), why))
            .suggesting(Nearest.to(asked, known)));
  }

  private static Nearest.Known known(String point, String name) {
    return new Nearest.Known(point, List.of(name));
  }
}
