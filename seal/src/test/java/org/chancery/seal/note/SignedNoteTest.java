package org.chancery.seal.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.chancery.seal.merkle.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TEXT = new Checkpoint("example.com/log", 7, TreeHash.empty()).text();

  /** The example of golang.org/x/mod/sumdb/note, whose key and signature are published there. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final SigningKey key = SigningKey.generate("example.com/log", KeyType.SIGNATURE);
  private final SigningKey witness = SigningKey.generate("w.example", KeyType.COSIGNATURE);

  @Test
  void aNoteThatOthersSignedIsVerified() {
    SignedNote note = SignedNote.parse(GO_NOTE);

    assertThat(note.isSignedBy(List.of(VerifierKey.parse(GO_KEY)))).isTrue();
    assertThat(note).hasToString(GO_NOTE);
    assertThat(SignedNote.parse(GO_NOTE.replace("know", "knew")).isSignedBy(goKey())).isFalse();
  }

  private static List<VerifierKey> goKey() {
    return List.of(VerifierKey.parse(GO_KEY));
  }

  @Test
  void aKeyIsWrittenAndReadAgain() {
    SigningKey again = SigningKey.parse(key.secret());

    assertThat(again.secret()).isEqualTo(key.secret());
    assertThat(VerifierKey.parse(key.verifier().toString())).hasToString(key.verifier().toString());
    assertThat(again.sign(TEXT)).isEqualTo(key.sign(TEXT));
  }

  @Test
  void aPrivateLineOfAnotherKeyIsRefused() {
    SigningKey other = SigningKey.generate("example.com/log", KeyType.SIGNATURE);
    String mixed = key.secret().lines().findFirst().orElseThrow() + "\n" + other.verifier() + "\n";

    assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse(mixed));
  }

  @Test
  void aNoteOfSeveralSignersIsVerifiedByEach() {
    SignedNote note = signed();
    SignedNote read = SignedNote.parse(note.toString());

    assertThat(read).isEqualTo(note);
    assertThat(read.isSignedBy(List.of(key.verifier()))).isTrue();
    assertThat(read.isSignedBy(List.of(witness.verifier()))).isTrue();
    assertThat(read.isSignedBy(goKey())).isFalse();
  }

  @Test
  void aFalseSignatureOfAKnownKeySpoilsTheNote() {
    SignatureLine lie = key.sign("something else\n");
    SignedNote note = signed().with(List.of(lie));

    assertThat(note.isSignedBy(List.of(key.verifier()))).isFalse();
    assertThat(note.isSignedBy(List.of(witness.verifier()))).isTrue();
  }

  @Test
  void aCosignatureIsOfItsInstant() {
    SignatureLine line = witness.cosign(TEXT, AT);
    byte[] changed = line.bytes().array();
    changed[11] ^= 1; // the last byte of the timestamp
    SignatureLine later =
        new SignatureLine(line.name(), java.util.Base64.getEncoder().encodeToString(changed));

    assertThat(witness.verifier().verifies(TEXT, line)).isTrue();
    assertThat(witness.verifier().verifies(TEXT, later)).isFalse();
  }

  @Test
  void aKeySignsAsWhatItIs() {
    assertThatIllegalStateException().isThrownBy(() -> witness.sign(TEXT));
    assertThatIllegalStateException().isThrownBy(() -> key.cosign(TEXT, AT));
  }

  @Test
  void aCosignatureIsNotASignature() {
    assertThat(key.verifier().verifies(TEXT, witness.cosign(TEXT, AT))).isFalse();
    assertThat(witness.verifier().verifies(TEXT, key.sign(TEXT))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA",
        "text\n\n— na+me AAAAAAAA\n",
        "text\n\n— name AAAA\n",
        "text\n\n— name ????????\n",
        "text\n\n- name AAAAAAAA\n",
        "te\rxt\n\n— name AAAAAAAA\n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log\n1\n",
        "log\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "log\n1\nAAAA\n",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "name+00000000+AAAA",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void whatIsNoKeyIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(text));
  }

  private SignedNote signed() {
    return new SignedNote(TEXT, List.of(key.sign(TEXT), witness.cosign(TEXT, AT)));
  }
}
