package org.chancery.readmodel;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.shared.Choice;
import org.chancery.shared.text.TextForm;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A name and value by which lists may be filtered; compared whatever their case and spelling.
 *
 * @param begun true where it asks for all values that begin so
 */
public record FilterAttribute(String name, String value, boolean begun) {
  /** The year in which something begins. */
  public static final String YEAR = "year";

  /** The month in which something begins. */
  public static final String MONTH = "month";

  /** What a year or month is that is not sure. */
  public static final String UNDETERMINED = "undetermined";

  /** How many days something takes. */
  static final String DAYS = "days";

  /** Begins the names of those whose values are as their sources write them. */
  static final String SAID = "@";

  private static final String EDGE = "|";
  private static final String BEGUN = "*";
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  public FilterAttribute(String name, String value) {
    this(name, value, false);
  }

  /** All values that begin so. */
  public static FilterAttribute begun(String name, String value) {
    return new FilterAttribute(name, value, true);
  }

  /** A value as its source writes it, which lists show and are grouped by. */
  public static FilterAttribute said(String name, String value) {
    return new FilterAttribute(SAID + name, value.strip());
  }

  /**
   * When something begins, as far as that is sure, and how many days it takes where that is known:
   * by what lists of happenings are grouped and ordered. A year or month that its dates leave open
   * is {@value #UNDETERMINED}.
   */
  public static Set<FilterAttribute> when(EdtfSpan happens) {
    return when(happens, Days.count(happens));
  }

  /** The same of what takes that many of the days. */
  public static Set<FilterAttribute> when(EdtfSpan happens, @Nullable Long days) {
    Set<FilterAttribute> when = new LinkedHashSet<>();
    when.add(said(YEAR, shared(happens, "-MM-dd".length())));
    when.add(said(MONTH, shared(happens, "-dd".length())));
    if (days != null) {
      when.add(said(DAYS, days.toString()));
    }
    return when;
  }

  /** What all days have in common on which it may begin, without what is finer. */
  private static String shared(EdtfSpan happens, int finer) {
    String first = coarser(happens.earliest(), finer);
    String last = coarser(happens.begunBy(), finer);
    return happens.firstDay() != null && first.equals(last) ? first : UNDETERMINED;
  }

  private static String coarser(LocalDate day, int finer) {
    String text = day.toString();
    return text.substring(0, text.length() - finer);
  }

  /** A attribute whose value is one of a fixed set, written as over REST. */
  public static FilterAttribute of(String name, Enum<?> value) {
    return new FilterAttribute(name, Choice.text(value));
  }

  /** The value as it stands in a path: letters and digits, the rest a hyphen. */
  public static String slug(String text) {
    String hyphened = OTHERS.matcher(TextForm.folded(text)).replaceAll("-");
    return ENDS.matcher(hyphened).replaceAll("");
  }

  /** All attributes in one text, each between edges, so that one can be looked for with LIKE. */
  static String text(Collection<FilterAttribute> attributes) {
    List<String> tokens = new ArrayList<>(attributes.size());
    attributes.forEach(attribute -> tokens.add(attribute.token() + (attribute.begun ? BEGUN : "")));
    Collections.sort(tokens);
    return EDGE + String.join(EDGE, tokens) + EDGE;
  }

  /** The values of that name in a text of attributes. */
  public static Stream<String> values(String name, String text) {
    String begin = name + "=";
    return tokens(text)
        .filter(token -> token.startsWith(begin))
        .map(token -> token.substring(begin.length()));
  }

  /** The tokens of a text of attributes. */
  static Stream<String> tokens(String text) {
    return Arrays.stream(text.split(Pattern.quote(EDGE))).filter(not(String::isEmpty));
  }

  /** What a token is the value of. */
  static String nameOf(String token) {
    return token.substring(0, Math.max(0, token.indexOf('=')));
  }

  /** True where a text of attributes has it. */
  boolean isIn(String text) {
    String token = token();
    return tokens(text).anyMatch(has -> begun ? has.startsWith(token) : has.equals(token));
  }

  String pattern() {
    String token = token().replaceAll("([!%_])", "!$1");
    return "%" + EDGE + token + (begun ? "%" : EDGE + "%");
  }

  String token() {
    String compared = name.startsWith(SAID) ? value : TextForm.folded(value);
    return name + "=" + compared.replace(EDGE, " ");
  }
}
