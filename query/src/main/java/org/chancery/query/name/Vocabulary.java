package org.chancery.query.name;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.Filter;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModels;
import org.chancery.shared.RequestCode;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words on record that are no fixed set: places, offices, fields of cooperation, codes. */
@Component
public final class Vocabulary {
  private final List<FilterVocabulary<?>> words;

  Vocabulary(ReadModels models) {
    this.words = FilterVocabulary.of(models).toList();
  }

  /**
   * By a word that some answer has; at fault where none has it, on any day and by what was known. A
   * place where nobody met is no fault as long as somebody went there.
   */
  public Filter filter(String name, @Nullable String value, AsOf asOf) {
    Filter filter = Filter.attribute(name, value);
    FilterAttribute attribute = filter.asked();
    return attribute == null || isKnown(attribute, asOf) ? filter : unknown(attribute, asOf);
  }

  private boolean isKnown(FilterAttribute attribute, AsOf asOf) {
    return of(attribute).anyMatch(kind -> kind.has(attribute.value(), asOf));
  }

  private Stream<FilterVocabulary<?>> of(FilterAttribute attribute) {
    return words.stream().filter(kind -> kind.attribute().equals(attribute.name()));
  }

  private Filter unknown(FilterAttribute attribute, AsOf asOf) {
    return Filter.unknown(
        attribute.name(),
        RequestCode.UNKNOWN_NAME,
        Filter.unknownAt(attribute.name(), attribute.value(), asOf.position()),
        near(attribute, asOf));
  }

  private List<String> near(FilterAttribute attribute, AsOf asOf) {
    List<Nearest.Known> all =
        of(attribute).flatMap(kind -> kind.all(asOf)).distinct().map(Nearest.Known::of).toList();
    return Nearest.to(attribute.value(), all).stream()
        .map(
            word ->
                of(attribute)
                    .map(kind -> kind.asSaid(word, asOf))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(word))
        .distinct()
        .toList();
  }
}
