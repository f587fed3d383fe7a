package org.chancery.query.name;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Selection;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind that the answers of a model have, by which its lists are filtered.
 *
 * @param attribute the name of the attributes that have them
 * @param said the words of an answer, as its sources write them
 */
record FilterVocabulary<V>(String attribute, ReadModel<V> model, Function<V, List<String>> said) {
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
