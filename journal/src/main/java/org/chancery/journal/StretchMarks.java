package org.chancery.journal;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The marks of one stretch, gathered entry by entry: what several of them say alike is made into
 * words once.
 */
final class StretchMarks {
  private static final int LONGEST_ID = 64;

  private final Map<Said, Map<String, BitSet>> places = new EnumMap<>(Said.class);

  /** What a text is to the entry that holds it. */
  private enum Said {
    NAME,
    RECORDER,
    COMMAND,
    AUTHORITY,
    CORRELATION,
    SOURCES,
    DOCUMENT,
    OWN,
    NAMED;

    Set<String> words(String text) {
      return switch (this) {
        case NAME -> Set.of(Marks.whole("name", text));
        case RECORDER -> Set.of(Marks.whole("by", text));
        case COMMAND -> Set.of(Marks.whole("command", text));
        case AUTHORITY -> Set.of(Marks.whole("authority", text));
        case CORRELATION -> Marks.correlation(text);
        case SOURCES -> Marks.sources(text);
        case DOCUMENT -> Marks.document(Cause.document(text));
        case OWN -> Marks.spread("id", text);
        case NAMED -> Set.of(Marks.whole("id", text));
      };
    }
  }

  /**
   * Adds an entry.
   *
   * @param place in the stretch, from 0
   */
  void add(int place, Entry entry) {
    Attribution by = entry.attribution();
    add(place, Said.NAME, entry.name());
    add(place, Said.RECORDER, by.recordedBy());
    add(place, Said.COMMAND, by.command());
    add(place, Said.CORRELATION, by.correlation());
    if (by.authority() != null) {
      add(place, Said.AUTHORITY, by.authority());
    }
    if (!by.sources().equals(Cause.UNSOURCED)) {
      add(place, Said.SOURCES, by.sources());
    }
    if (ImportRun.in(by.correlation()).isEmpty()) {
      add(place, Said.DOCUMENT, by.sources());
    }
    addNamed(place, entry);
  }

  private void add(int place, Said said, String text) {
    places
        .computeIfAbsent(said, _ -> new HashMap<>())
        .computeIfAbsent(text, _ -> new BitSet())
        .set(place);
  }

  /** What an entry says of its own subject, and days and numbers, hardly any other says. */
  private void addNamed(int place, Entry entry) {
    List<String> own = List.of(entry.subject().id().split("/"));
    eachId(
        entry.payload(),
        id -> {
          boolean rare = own.contains(id) || Character.isDigit(id.charAt(0));
          add(place, rare ? Said.OWN : Said.NAMED, id);
        });
  }

  /** All between two quotation marks that may be an id: values share theirs with what is beside. */
  private static void eachId(String payload, Consumer<String> taker) {
    int quote = payload.indexOf('"');
    while (quote >= 0) {
      int end = quote + 1;
      while (end < payload.length() && isOfId(payload.charAt(end))) {
        end++;
      }
      int length = end - quote - 1;
      if (length > 0 && length <= LONGEST_ID && payload.startsWith("\"", end)) {
        taker.accept(payload.substring(quote + 1, end));
      }
      quote = payload.indexOf('"', end);
    }
  }

  private static boolean isOfId(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
  }

  /** The places of each word. */
  Map<String, BitSet> words() {
    Map<String, BitSet> words = new HashMap<>();
    places.forEach(
        (said, texts) ->
            texts.forEach(
                (text, at) ->
                    said.words(text)
                        .forEach(word -> words.computeIfAbsent(word, _ -> new BitSet()).or(at))));
    return words;
  }
}
