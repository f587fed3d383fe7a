package org.chancery.intake.source;

import java.util.List;
import java.util.Objects;
import org.chancery.shared.text.TextForm;

/**
 * What is told, whatever form its letters and spaces are written in: two tellings that read the
 * same are the same. What is kept is what the source wrote.
 */
public final class AsRead {
  private AsRead() {}

  public static boolean same(String one, String other) {
    return TextForm.composed(one).equals(TextForm.composed(other));
  }

  /** The words in the form in which they are compared. */
  public static List<String> words(List<String> words) {
    return words.stream().map(Objects::requireNonNull).map(TextForm::composed).toList();
  }
}
