package org.chancery.shared.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Forms by which texts are compared (Unicode Standard Annex 15). One name can be written with
 * composed or combining accents, plain or no-break spaces; none of that is a difference. What is
 * kept is the text as its source has it, never one of these forms.
 */
public final class TextForm {
  // \p{Z} takes in no-break, narrow and em spaces, which \s does not.
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");

  /** Soft hyphen, zero width space, word joiner, byte order mark: they neither show nor part. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern CUT = Pattern.compile("\u2026|\\.\\.");
  private static final Pattern ENDS = Pattern.compile("^-|-$");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** What Unicode takes apart in none of its forms, and what keyboards lack. */
  private static final String MARKED = "\u0131\u0142\u00f8\u0111\u2018\u2019";

  private static final String UNMARKED = "ilod''";

  private TextForm() {}

  /** Composed (NFC), with single plain spaces and none at the ends; case is kept. */
  public static String composed(String text) {
    if (isPlain(text)) {
      return text;
    }
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    return SPACES.matcher(visible).replaceAll(" ").strip();
  }

  /** The same in lower case: texts with the same folded form read the same. */
  public static String folded(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    // By way of upper case, so that ß is ss; lower case can decompose (İ), so it is composed again.
    String lower = composed(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  /** True where the two read the same. */
  public static boolean areAlike(String one, String other) {
    return folded(one).equals(folded(other));
  }

  /** The folded form without accents, for who looks for a name without them. */
  public static String plain(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String parted = Normalizer.normalize(folded(text), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(ACCENTS.matcher(parted).replaceAll(""));
    for (int at = 0; at < plain.length(); at++) {
      int letter = MARKED.indexOf(plain.charAt(at));
      if (letter >= 0) {
        plain.setCharAt(at, UNMARKED.charAt(letter));
      }
    }
    return plain.toString();
  }

  /**
   * The letters and digits of the plain form, with hyphens between words: "U.S.S.R." is ussr. A
   * text that was cut short ("United...") keeps its dots, so that it is nobody's key.
   */
  public static String key(String text) {
    if (CUT.matcher(text).find()) {
      return folded(text);
    }
    String hyphened = OTHERS.matcher(plain(text).replaceAll("[.']", "")).replaceAll("-");
    return ENDS.matcher(hyphened).replaceAll("");
  }

  /**
   * True of ASCII with single spaces within, which most texts are: no form changes more than case.
   */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter < ' ' || letter > '~' || (letter == ' ' && before == ' ')) {
        return false;
      }
      before = letter;
    }
    return before != ' ';
  }
}
