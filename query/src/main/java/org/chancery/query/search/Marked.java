package org.chancery.query.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.query.Tabular.Piece;
import org.chancery.query.search.SearchQuestion.Sought;
import org.chancery.query.search.WordAnalyzer.Word;
import org.jspecify.annotations.Nullable;

/** Tells which words of a text are those that are looked for. */
final class Marked {
  private static final int BEFORE = 60;
  private static final int LENGTH = 240;
  private static final String CUT = "…";

  private final List<Sought> sought;
  private final Map<Sought, Collection<String>> respelt = new HashMap<>();

  Marked(List<Sought> sought, Map<Sought, ? extends Collection<String>> respelt) {
    this.sought = sought;
    this.respelt.putAll(respelt);
  }

  /**
   * A piece of a text.
   *
   * @param marked true where it is one of the words that are looked for
   */
  public record TextPiece(String text, boolean marked) implements Piece {}

  private record Place(Word word, BitSet of) {}

  /** How many of what is looked for the text has. */
  int count(String text) {
    BitSet all = new BitSet();
    places(text).forEach(place -> all.or(place.of()));
    return all.cardinality();
  }

  /** The first of the texts that has most of it; null where there are none. */
  @Nullable String best(List<String> texts) {
    String best = null;
    int most = -1;
    for (String text : texts) {
      int has = most < sought.size() ? count(text) : 0;
      if (has > most) {
        best = text;
        most = has;
      }
    }
    return best;
  }

  /** The whole text in pieces. */
  List<TextPiece> whole(String text) {
    return segments(text, places(text), 0, text.length());
  }

  /** The part of the text around the first of the words, in pieces. */
  List<TextPiece> part(String text) {
    List<Place> places = places(text);
    if (text.length() <= LENGTH) {
      return segments(text, places, 0, text.length());
    }
    int first = places.isEmpty() ? 0 : places.getFirst().word().from();
    int from = edge(text, Math.max(0, Math.min(first - BEFORE, text.length() - LENGTH)));
    int to = edge(text, Math.min(text.length(), from + LENGTH));
    List<TextPiece> part = new ArrayList<>();
    if (from > 0) {
      part.add(new TextPiece(CUT, false));
    }
    part.addAll(segments(text, places, from, to));
    if (to < text.length()) {
      part.add(new TextPiece(CUT, false));
    }
    return part;
  }

  /** The next space, if one is near; never within a pair of surrogates. */
  private static int edge(String text, int at) {
    if (at == 0 || at == text.length()) {
      return at;
    }
    int space = text.indexOf(' ', at);
    int near = space >= 0 && space - at < BEFORE / 2 ? space : at;
    return Character.isLowSurrogate(text.charAt(near)) ? near + 1 : near;
  }

  private static List<TextPiece> segments(String text, List<Place> places, int from, int to) {
    List<TextPiece> segments = new ArrayList<>();
    int at = from;
    for (Place place : places) {
      Word word = place.word();
      if (word.from() >= at && word.to() <= to) {
        if (word.from() > at) {
          segments.add(new TextPiece(text.substring(at, word.from()), false));
        }
        segments.add(new TextPiece(text.substring(word.from(), word.to()), true));
        at = word.to();
      }
    }
    if (at < to) {
      segments.add(new TextPiece(text.substring(at, to), false));
    }
    return segments;
  }

  /** The words of the text that are looked for, and what each is. */
  private List<Place> places(String text) {
    List<Word> words = WordAnalyzer.words(text);
    List<BitSet> of = words.stream().map(_ -> new BitSet()).toList();
    for (int each = 0; each < sought.size(); each++) {
      mark(sought.get(each), each, words, of);
    }
    List<Place> places = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (!of.get(at).isEmpty()) {
        places.add(new Place(words.get(at), of.get(at)));
      }
    }
    return places;
  }

  private void mark(Sought one, int number, List<Word> words, List<BitSet> of) {
    int length = one.forms().size();
    for (int at = 0; at + length <= words.size(); at++) {
      if (length > 1 ? follows(one, words, at) : is(one, words.get(at).form())) {
        for (int each = at; each < at + length; each++) {
          of.get(each).set(number);
        }
      }
    }
  }

  private static boolean follows(Sought phrase, List<Word> words, int at) {
    return words.subList(at, at + phrase.forms().size()).stream()
        .map(Word::form)
        .toList()
        .equals(phrase.forms());
  }

  private boolean is(Sought one, String form) {
    String word = one.word();
    return form.equals(word)
        || (!one.isPhrase() && WordQueries.begins(word) && form.startsWith(word))
        || respelt.getOrDefault(one, List.of()).contains(form);
  }
}
