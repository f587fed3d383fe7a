package org.chancery.seal.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with signatures (https://c2sp.org/signed-note). To be ignored until a trusted key has
 * verified it.
 *
 * @param text ends in a newline
 */
public record SignedNote(String text, List<SignatureLine> signatures) {
  private static final int LONGEST = 64 * 1024;
  private static final int MOST_SIGNATURES = 64;

  /** Fails on a text that no note can have. */
  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("a note's text is of lines without control characters");
    }
  }

  /** Reads a note; fails where it is none, is too long or has too many signatures. */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (note.length() > LONGEST || blank < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("not a signed note");
    }
    List<String> lines = note.substring(blank + 2).lines().toList();
    if (lines.isEmpty() || lines.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException("a note has 1 to 64 signatures");
    }
    return new SignedNote(
        note.substring(0, blank + 1), lines.stream().map(SignatureLine::parse).toList());
  }

  /** True where a key signed the text, and no line that is of one of them is false. */
  public boolean isSignedBy(Collection<VerifierKey> keys) {
    boolean signed = false;
    for (SignatureLine line : signatures) {
      for (VerifierKey key : keys) {
        if (key.isOf(line)) {
          if (!key.verifies(text, line)) {
            return false;
          }
          signed = true;
        }
      }
    }
    return signed;
  }

  /** The same note with further signatures. */
  public SignedNote with(Collection<SignatureLine> more) {
    List<SignatureLine> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return signatures.stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining("", text + "\n", ""));
  }
}
