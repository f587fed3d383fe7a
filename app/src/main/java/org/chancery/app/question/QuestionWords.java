package org.chancery.app.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a question, in order. What stands in quotation marks is one word and never a
 * keyword.
 */
record QuestionWords(List<Word> words) {
  private static final int LONGEST = 1_000;
  private static final String OPENING = "\"\u201C";
  private static final String CLOSING = "\"\u201D";

  /** A word, or what stood in quotation marks. */
  record Word(String text, boolean quoted) {
    boolean is(String keyword) {
      return !quoted && text.equalsIgnoreCase(keyword);
    }
  }

  /** Splits a question; fails where it is too long, or a quotation mark stands alone. */
  static QuestionWords of(String question) {
    if (question.length() > LONGEST) {
      throw new NotUnderstoodException(
          "a question has at most %d characters, and this one has %d"
              .formatted(LONGEST, question.length()));
    }
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < question.length()) {
      if (isSpace(question.charAt(at))) {
        at++;
      } else if (OPENING.indexOf(question.charAt(at)) >= 0) {
        int end = closing(question, at);
        words.add(new Word(question.substring(at + 1, end).strip(), true));
        at = end + 1;
      } else {
        int end = end(question, at);
        words.add(new Word(question.substring(at, end), false));
        at = end;
      }
    }
    return new QuestionWords(withoutMark(words));
  }

  private static boolean isSpace(char letter) {
    if (Character.isISOControl(letter) && !Character.isWhitespace(letter)) {
      throw new NotUnderstoodException("the question has a control character in it");
    }
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private static int closing(String question, int opening) {
    for (int at = opening + 1; at < question.length(); at++) {
      isSpace(question.charAt(at));
      if (CLOSING.indexOf(question.charAt(at)) >= 0) {
        return at;
      }
    }
    throw new NotUnderstoodException("a quotation mark is not closed");
  }

  private static int end(String question, int begin) {
    int end = begin;
    while (end < question.length()
        && !isSpace(question.charAt(end))
        && OPENING.indexOf(question.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** The mark at the end is the question's, and no doubt about a date. */
  private static List<Word> withoutMark(List<Word> words) {
    if (words.isEmpty() || words.getLast().quoted() || !words.getLast().text().endsWith("?")) {
      return words;
    }
    String last = words.removeLast().text();
    String bare = last.substring(0, last.length() - 1);
    if (!bare.isEmpty()) {
      words.add(new Word(bare, false));
    }
    return words;
  }

  boolean beginWith(String... keywords) {
    boolean all = words.size() >= keywords.length;
    for (int at = 0; all && at < keywords.length; at++) {
      all = words.get(at).is(keywords[at]);
    }
    return all;
  }

  /** Where the keywords stand beside each other for the last time; -1 where they do not. */
  int last(String... keywords) {
    for (int at = words.size() - keywords.length; at >= 0; at--) {
      if (from(at).beginWith(keywords)) {
        return at;
      }
    }
    return -1;
  }

  /** All places where a keyword stands. */
  List<Integer> places(String keyword) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).is(keyword)) {
        places.add(at);
      }
    }
    return places;
  }

  QuestionWords from(int begin) {
    return new QuestionWords(words.subList(begin, words.size()));
  }

  QuestionWords to(int end) {
    return new QuestionWords(words.subList(0, end));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  int size() {
    return words.size();
  }

  /** As they were put, with single spaces. */
  String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" ")).strip();
  }
}
