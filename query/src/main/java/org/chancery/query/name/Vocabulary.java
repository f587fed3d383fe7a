package org.chancery.query.name;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.Filter;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.Words;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words on record that are no fixed set: places, offices, fields of cooperation, codes. */
@Component
public final class Vocabulary {
  private final List<Words<?>> words;

  Vocabulary(List<Words<?>> words) {
    this.words = List.copyOf(words);
  }

  /**
   * By a word that some answer has; at fault where none has it, on any day and by what was known. A
   * place where nobody met is no fault as long as somebody went there.
   */
  public Filter filter(String name, @Nullable String value, AsOf asOf) {
    Filter filter = Filter.facet(name, value);
    Facet facet = filter.asked();
    return facet == null || isKnown(facet, asOf) ? filter : unknown(facet, asOf);
  }

  private boolean isKnown(Facet facet, AsOf asOf) {
    return of(facet).anyMatch(kind -> kind.has(facet.value(), asOf));
  }

  private Stream<Words<?>> of(Facet facet) {
    return words.stream().filter(kind -> kind.facet().equals(facet.name()));
  }

  private Filter unknown(Facet facet, AsOf asOf) {
    return Filter.unknown(
        facet.name(),
        Filter.UNKNOWN_NAME,
        Filter.unknownAt(facet.name(), facet.value(), asOf.position()),
        near(facet, asOf));
  }

  private List<String> near(Facet facet, AsOf asOf) {
    List<Nearest.Known> all =
        of(facet).flatMap(kind -> kind.all(asOf)).distinct().map(Nearest.Known::of).toList();
    return Nearest.to(facet.value(), all).stream()
        .map(
            word ->
                of(facet)
                    .map(kind -> kind.asSaid(word, asOf))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(word))
        .distinct()
        .toList();
  }
}
