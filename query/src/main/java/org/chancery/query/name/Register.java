package org.chancery.query.name;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.query.Filter;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;

/** Those who are registered under an id and known by names: parties, or officials. */
public final class Register<V> {
  private static final String CALLED = "called";
  private static final String WORD = "word";
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MOST = 5_000;
  private static final int SEVERAL = 10;

  /** So many letters of a name lead to who has it. */
  private static final int LONGEST = 4_000;

  private final String what;
  private final RefusalCode unknown;
  private final String concept;
  private final ReadModel<V> model;
  private final Function<V, Nearest.Known> known;

  /**
   * A register.
   *
   * @param what its members are called
   * @param unknown the code where one is not in it
   * @param known the id of one, and all that it goes by
   */
  public Register(
      String what,
      RefusalCode unknown,
      String concept,
      ReadModel<V> model,
      Function<V, Nearest.Known> known) {
    this.what = what;
    this.unknown = unknown;
    this.concept = concept;
    this.model = model;
    this.known = known;
  }

  /** By what one is found who has these names. */
  public static Set<FilterAttribute> attributes(List<String> names) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    for (String whole : names) {
      String name = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
      String key = TextForm.key(name);
      attributes.add(new FilterAttribute(CALLED, key));
      Stream.concat(Arrays.stream(key.split("-")), words(name))
          .forEach(word -> attributes.add(new FilterAttribute(WORD, word)));
    }
    return attributes;
  }

  private static Stream<String> words(String name) {
    return Arrays.stream(PARTS.split(TextForm.plain(name))).filter(word -> !word.isEmpty());
  }

  /** True of what one word of a name leads to. */
  public static boolean isWord(FilterAttribute attribute) {
    return attribute.name().equals(WORD);
  }

  /** The one with the id, in any case, on whatever day. */
  public Optional<V> byId(String id, AsOf asOf) {
    return model.at(
        concept + "/" + id.strip().toLowerCase(Locale.ROOT), AsOf.anyDay(asOf.position()));
  }

  /** Those who have the name, on whatever day. */
  public List<V> called(String name, AsOf asOf) {
    String key = TextForm.key(name);
    return key.isEmpty() ? List.of() : having(new FilterAttribute(CALLED, key), asOf);
  }

  /** Those who have the attribute, on whatever day; a few of them. */
  public List<V> having(FilterAttribute attribute, AsOf asOf) {
    Selection some = new Selection(Set.of(attribute), null, null, true, SEVERAL, null);
    return model.some(some, AsOf.anyDay(asOf.position())).stream().distinct().toList();
  }

  /** The ids that may have been meant. */
  public List<String> near(String asked, AsOf asOf) {
    Selection all = new Selection(Set.of(), null, null, false, MOST, null);
    List<V> members = model.some(all, AsOf.anyDay(asOf.position()));
    return Nearest.to(asked, members.stream().map(known).toList());
  }

  /** By a name that nobody goes by. */
  public Filter unknown(String parameter, String asked, AsOf asOf) {
    return Filter.unknown(
        parameter, unknown, Filter.unknownAt(what, asked, asOf.position()), near(asked, asOf));
  }

  /** By words, each of which begins a word of some name of theirs. */
  public Filter named(@Nullable String name, AsOf asOf) {
    if (name == null || name.isBlank()) {
      return Filter.of();
    }
    List<FilterAttribute> words =
        words(name).map(word -> FilterAttribute.begun(WORD, word)).distinct().toList();
    Selection one = new Selection(Set.copyOf(words), null, null, true, 1, null);
    return !words.isEmpty() && !model.some(one, asOf).isEmpty()
        ? Filter.of(words.toArray(FilterAttribute[]::new))
        : unknown("name", name, asOf);
  }
}
