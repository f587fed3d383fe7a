package org.chancery.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Sha256;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * By which words an entry is found. What few entries differ in is a word of its own (its name, who
 * recorded it, whom it names). What differs from entry to entry would be a row for each: it is
 * spread over a thousand words, three of them for each text, and all three must be there. So these
 * find too many, never too few, and whoever looks for them reads what is found.
 *
 * <p>What is changed here needs another {@link #EDITION}.
 */
final class Marks {
  /** So many entries share the rows of a word. */
  static final int STRETCH = 4_096;

  static final int EDITION = 1;

  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final int SPREAD = 1_024;
  private static final int GRAMS = 512;
  private static final int GRAM = 3;
  private static final int MOST_GRAMS = 8;
  private static final int LONGEST = 100;
  private static final int FACTOR = 31;
  private static final int SCATTER = 0x9E3779B1; // Fibonacci hashing (Knuth, volume 3, 6.4)
  private static final String[] SPREAD_WORDS = words("#", SPREAD);
  private static final String[] GRAM_WORDS = words("~", GRAMS);

  private static final Pattern PUBLISHED = Pattern.compile("\"published\":\"([^\"]*)\"");

  private static final Pattern LOCATOR = Pattern.compile("\"locator\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");

  private Marks() {}

  /** Of an entry's list of sources, which is not empty. */
  static Set<String> sources(String sources) {
    Set<String> words = grams(sources).collect(set());
    each(PUBLISHED, sources).forEach(day -> words.addAll(published(day)));
    each(LOCATOR, sources).forEach(locator -> words.addAll(record(locator)));
    return words;
  }

  private static Set<String> each(Pattern pattern, String text) {
    Set<String> found = new HashSet<>();
    for (Matcher next = pattern.matcher(text); next.find(); ) {
      found.add(next.group(1));
    }
    return found;
  }

  /**
   * What is looked for.
   *
   * @param all conditions, each of which has alternatives, of which each is words that an entry has
   *     together
   * @param exact true where whatever is found this way is what is meant
   */
  record Wanted(List<List<Set<String>>> all, boolean exact) {
    static final Wanted ANYTHING = new Wanted(List.of(), false);

    /** True where marks tell nothing: all entries would have to be looked at. */
    boolean isAnything() {
      return all.isEmpty();
    }
  }

  /** Entries whose payload has the id as a value. */
  static Wanted naming(String id) {
    return new Wanted(List.of(List.of(Set.of(whole("id", id)), spread("id", id))), false);
  }

  /** What a filter keeps, but for its instants and for what has an index of its own. */
  static Wanted of(EntryFilter filter) {
    List<List<Set<String>>> exact =
        Stream.of(
                alternatives("name", list(filter.name())),
                alternatives("name", filter.names()),
                alternatives("by", list(filter.recordedBy())),
                alternatives("authority", filter.authorities()),
                alternatives("command", list(filter.command())))
            .flatMap(List::stream)
            .toList();
    List<List<Set<String>>> others =
        Stream.of(
                filter.correlation() == null ? null : correlation(filter.correlation()),
                filter.source() == null ? null : gramsIn(filter.source()),
                filter.cited() == null ? null : cited(filter.cited()),
                filter.cause() == null ? null : cause(filter.cause()))
            .filter(words -> words != null && !words.isEmpty())
            .map(List::of)
            .toList();
    boolean read =
        filter.text() != null
            || filter.source() != null
            || filter.cited() != null
            || filter.cause() != null
            || filter.correlation() != null;
    return new Wanted(Stream.concat(exact.stream(), others.stream()).toList(), !read);
  }

  private static @Nullable List<String> list(@Nullable String one) {
    return one == null ? null : List.of(one);
  }

  private static List<List<Set<String>>> alternatives(String kind, @Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : List.of(texts.stream().map(text -> Set.of(whole(kind, text))).toList());
  }

  static Set<String> correlation(String text) {
    return ImportRun.in(text).isPresent() ? Set.of(whole("run", text)) : spread("run", text);
  }

  private static Set<String> cause(Cause cause) {
    if (!cause.run().isEmpty()) {
      return correlation(cause.run());
    }
    Set<String> words = new TreeSet<>(document(cause.document()));
    if (cause.document().equals(Cause.UNSOURCED) && !cause.authority().isEmpty()) {
      words.add(whole("authority", cause.authority()));
    }
    return words;
  }

  static Set<String> document(String document) {
    return spread("document", document);
  }

  /** By the last word of the number, and the day; databases know more letters by their cases. */
  private static Set<String> cited(CitedRecord cited) {
    Set<String> words = new TreeSet<>();
    String number = cited.number();
    if (number != null) {
      String quoted = JSON.writeValueAsString(number);
      words.addAll(record(quoted.substring(1, quoted.length() - 1)));
    }
    if (cited.release() != null) {
      words.addAll(published(cited.release().text()));
    }
    return words;
  }

  private static Set<String> record(String locator) {
    String last = locator.substring(locator.lastIndexOf(' ') + 1);
    return PLAIN.matcher(last).matches()
        ? spread("record", last.toLowerCase(Locale.ROOT))
        : Set.of();
  }

  private static Set<String> published(String day) {
    return spread("published", day.toLowerCase(Locale.ROOT));
  }

  /** Of a text that is looked for the first few are enough. */
  private static Set<String> gramsIn(String asked) {
    return grams(TextForm.composed(asked)).limit(MOST_GRAMS).collect(set());
  }

  /** Of each three letters that follow each other, whatever case and accents they have. */
  private static Stream<String> grams(String text) {
    BitSet grams = new BitSet(GRAMS);
    String plain = plain(text);
    int letters = 0;
    for (int n = 0; n < plain.length(); n++) {
      letters = Character.isLetterOrDigit(plain.charAt(n)) ? letters + 1 : 0;
      if (letters >= GRAM) {
        int three = (plain.charAt(n - 2) * FACTOR + plain.charAt(n - 1)) * FACTOR + plain.charAt(n);
        grams.set((three * SCATTER) >>> Integer.numberOfLeadingZeros(GRAMS - 1));
      }
    }
    return grams.stream().mapToObj(gram -> GRAM_WORDS[gram]);
  }

  private static String plain(String text) {
    String form = Normalizer.normalize(text, Normalizer.Form.NFD);
    String letters = form.equals(text) ? text : COMBINING.matcher(form).replaceAll("");
    return letters.toLowerCase(Locale.ROOT).replace('ς', 'σ');
  }

  private static Collector<String, ?, Set<String>> set() {
    return Collectors.toCollection(TreeSet::new);
  }

  static boolean isOfEdition(String word) {
    String edition = Integer.toString(EDITION);
    return word.startsWith(edition) && !Character.isDigit(word.charAt(edition.length()));
  }

  static String whole(String kind, String text) {
    return EDITION + kind + ":" + (text.length() > LONGEST ? "#" + hex(digest(text)) : text);
  }

  static Set<String> spread(String kind, String text) {
    ByteBuffer hash = ByteBuffer.wrap(digest(kind + ":" + text));
    return Stream.generate(hash::getInt)
        .limit(3)
        .map(part -> SPREAD_WORDS[Math.floorMod(part, SPREAD)])
        .collect(set());
  }

  private static String[] words(String sign, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "%d%s%03x".formatted(EDITION, sign, n))
        .toArray(String[]::new);
  }

  private static byte[] digest(String text) {
    return Sha256.digest().digest(text.getBytes(UTF_8));
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
