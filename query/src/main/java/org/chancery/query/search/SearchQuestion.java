package org.chancery.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.query.Filter;
import org.chancery.query.search.WordAnalyzer.Word;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: words, and phrases in double quotes, all of which are to be found.
 *
 * @param key the whole of it, as ids are compared
 */
record SearchQuestion(String key, List<Sought> all) {
  private static final int LONGEST = 200;
  private static final int MOST = 16;
  private static final String PARAMETER = "q";

  /** One word, or several that follow each other. */
  record Sought(List<String> forms, boolean isPhrase) {

    String word() {
      return forms.size() == 1 ? forms.getFirst() : String.join(" ", forms);
    }
  }

  /** Reads it; 422 INVALID_FIELDS where there is nothing that can be looked for, or too much. */
  static SearchQuestion of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw fault("must be given: words, and phrases in double quotes");
    }
    if (text.length() > LONGEST) {
      throw fault("is %d characters at most".formatted(LONGEST));
    }
    String[] parts = text.split("\"", -1);
    if (parts.length % 2 == 0) {
      throw fault("has a double quote that is not closed");
    }
    List<Sought> all = new ArrayList<>();
    for (int at = 0; at < parts.length; at++) {
      List<String> forms = WordAnalyzer.words(parts[at]).stream().map(Word::form).toList();
      if (at % 2 == 0) {
        forms.forEach(form -> all.add(new Sought(List.of(form), false)));
      } else if (forms.isEmpty()) {
        throw fault("has a phrase without a word");
      } else {
        all.add(new Sought(forms, true));
      }
    }
    return bounded(new SearchQuestion(text.strip().toLowerCase(Locale.ROOT), List.copyOf(all)));
  }

  private static SearchQuestion bounded(SearchQuestion asked) {
    int words = asked.all.stream().mapToInt(sought -> sought.forms().size()).sum();
    if (words == 0) {
      throw fault("has no word to look for");
    }
    if (words > MOST) {
      throw fault("is %d words at most".formatted(MOST));
    }
    return asked;
  }

  private static RuntimeException fault(String message) {
    return Filter.fault(PARAMETER, message);
  }
}
