package org.chancery.query.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.chancery.shared.text.TextForm;

/**
 * Parts texts into words (Unicode Standard Annex 29), each in its plain form: without case, accents
 * and dots, so that "U.S.S.R." is ussr and "Bogotá" is bogota, whatever code points spell them.
 */
final class WordAnalyzer extends Analyzer {
  /** No phrase runs from one text of an entry into the next. */
  private static final int GAP = 100;

  private static final WordAnalyzer WORDS = new WordAnalyzer();

  /**
   * A word of a text.
   *
   * @param form in its plain form
   * @param from where it begins in the text
   * @param to where it ends, exclusive
   */
  record Word(String form, int from, int to) {}

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer parted = new StandardTokenizer();
    return new TokenStreamComponents(parted, new Plain(parted));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  /** The words of a text, in order. */
  static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = WORDS.tokenStream("", text)) {
      CharTermAttribute form = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(form.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
      return words;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The words of a name, as names are compared. */
  static String key(String name) {
    return words(name).stream().map(Word::form).collect(Collectors.joining(" "));
  }

  private static final class Plain extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Plain(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      String plain = plain(term.toString());
      term.setEmpty().append(plain);
      return true;
    }

    private static String plain(String word) {
      String form = TextForm.plain(word);
      String owner = form.endsWith("'s") ? form.substring(0, form.length() - 2) : form;
      String bare = owner.replace(".", "").replace("'", "");
      return bare.isEmpty() ? form : bare;
    }
  }
}
