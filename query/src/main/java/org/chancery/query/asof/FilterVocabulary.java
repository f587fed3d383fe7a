package org.chancery.query.asof;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * The words of one kind that the answers of a model have, by which its lists are filtered.
 *
 * @param attribute the name of the attributes that have them
 * @param said the words of an answer, as its sources write them
 */
public record FilterVocabulary<V>(
    String attribute, ReadModel<V> model, Function<V, List<String>> said) {
  private static final int MOST = 20_000;

  /** True where some answer has the word, on whatever day. */
  public boolean has(String word, AsOf asOf) {
    return !having(word, asOf).isEmpty();
  }

  /** The word as a source writes it; null where no answer has it. */
  public @Nullable String asSaid(String word, AsOf asOf) {
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
  public Stream<String> all(AsOf asOf) {
    return model.attributes(asOf, MOST).stream()
        .flatMap(attributes -> FilterAttribute.values(attribute, attributes))
        .filter(Objects::nonNull)
        .distinct();
  }
}
