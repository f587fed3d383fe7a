package org.chancery.query.name;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.query.Filter;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Selection;
import org.chancery.shared.RequestCode;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.text.TextForm;
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

  /** By all of several words. */
  public Filter filter(String name, @Nullable List<String> values, AsOf asOf) {
    return values == null
        ? Filter.of()
        : Filter.all(values.stream().map(value -> filter(name, value, asOf)).toList());
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

  /**
   * The words of one kind that the answers of a model have, by which its lists are filtered.
   *
   * @param attribute the name of the attributes that have them
   * @param said the words of an answer, as its sources write them
   */
  private record FilterVocabulary<V>(
      String attribute, ReadModel<V> model, Function<V, List<String>> said) {
    private static final int MOST = 20_000;

    /** All of the read models. */
    static Stream<FilterVocabulary<?>> of(ReadModels models) {
      return models.all().stream().flatMap(FilterVocabulary::of);
    }

    private static <V> Stream<FilterVocabulary<V>> of(ReadModel<V> model) {
      return model.vocabularies().stream()
          .map(each -> new FilterVocabulary<>(each.attribute(), model, each.said()));
    }

    /** True where some answer has the word, on whatever day. */
    boolean has(String word, AsOf asOf) {
      return !having(word, asOf).isEmpty();
    }

    /** The word as a source writes it; null where no answer has it. */
    @Nullable String asSaid(String word, AsOf asOf) {
      return having(word, asOf).stream()
          .flatMap(view -> said.apply(view).stream())
          .filter(text -> TextForm.folded(text).equals(word))
          .findFirst()
          .orElse(null);
    }

    private List<V> having(String word, AsOf asOf) {
      Selection one =
          new Selection(Set.of(new FilterAttribute(attribute, word)), null, null, true, 1, null);
      return model.some(one, asOf);
    }

    /** All of them as they are compared, out of so many answers at most. */
    Stream<String> all(AsOf asOf) {
      return model.attributes(asOf, MOST).stream()
          .flatMap(attributes -> FilterAttribute.values(attribute, attributes))
          .filter(Objects::nonNull)
          .distinct();
    }
  }
}
