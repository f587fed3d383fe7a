package org.chancery.query.party;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.PartyId;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * Names that parties go by in sources and in common usage, beside those that entries give them. The
 * resource {@code common-names.csv} has them, each with its source. They serve questions alone:
 * what is recorded names a party by its id or code.
 */
final class CommonNames {
  private static final List<CommonName> ALL = read();
  private static final Map<String, List<CommonName>> BY_KEY =
      ALL.stream().collect(Collectors.groupingBy(name -> TextForm.key(name.name())));

  private CommonNames() {}

  /**
   * A name that a party goes by.
   *
   * @param from the first day on which it does, or null where it always did
   * @param to the last day, or null where it still does
   */
  record CommonName(String name, PartyId party, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** True where the party goes by it on some day from the first to the last, both included. */
    boolean isUsedWithin(LocalDate first, LocalDate last) {
      return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }

    @Override
    public String toString() {
      return "'%s' is %s%s%s"
          .formatted(
              name, party, from == null ? "" : " from " + from, to == null ? "" : " to " + to);
    }
  }

  /** What goes by the name, however it is spaced, accented and dotted. */
  static List<CommonName> of(String name) {
    return BY_KEY.getOrDefault(TextForm.key(name), List.of());
  }

  /** By what else a party goes. */
  static List<String> of(PartyId party) {
    return ALL.stream().filter(name -> name.party().equals(party)).map(CommonName::name).toList();
  }

  private static List<CommonName> read() {
    try (InputStream csv = CommonNames.class.getResourceAsStream("common-names.csv")) {
      return Utf8.decode(Objects.requireNonNull(csv).readAllBytes())
          .lines()
          .skip(1)
          .map(line -> line.split(",", 5))
          .map(row -> new CommonName(row[0], new PartyId(row[1]), day(row[2]), day(row[3])))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
