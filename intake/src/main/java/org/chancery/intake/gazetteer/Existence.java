package org.chancery.intake.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * When the parties of the sources existed and whom they succeed, as far as that is certain. Years
 * are those of the Office of the Historian's list of territories where its Guide tells of nothing
 * outside them; of states of the past that the list lacks or dates otherwise, those of the article
 * in the Guide. What one id names over several states is left open.
 *
 * @param existed null where it is left open
 * @param source where the years are from
 */
record Existence(@Nullable EdtfSpan existed, List<PartyId> succeeds, String source) {
  static final Existence OPEN = new Existence(null, List.of(), "");

  private static final Map<PartyId, Existence> BY_PARTY = read();

  /** One id names several states over time. */
  private static final Set<String> SEVERAL =
      Set.of("china", "germany", "russia", "turkey", "united-kingdom", "yemen");

  /** True where it is no country of today, or several states go by the id. */
  static boolean isDoubtful(RegisterParty party) {
    return party.codes().isEmpty() || SEVERAL.contains(party.party().value());
  }

  static boolean isTold(PartyId party) {
    return BY_PARTY.containsKey(party);
  }

  static Existence of(PartyId party) {
    return BY_PARTY.getOrDefault(party, OPEN);
  }

  private static Map<PartyId, Existence> read() {
    try (InputStream table =
        Objects.requireNonNull(Existence.class.getResourceAsStream("existence.csv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(Collectors.toMap(cells -> new PartyId(cells[0]), Existence::of));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Existence of(String[] cells) {
    return new Existence(
        cells[1].isEmpty() ? null : EdtfSpan.parse(cells[1]),
        Arrays.stream(cells[2].split(" ")).filter(id -> !id.isEmpty()).map(PartyId::new).toList(),
        cells[3]);
  }
}
