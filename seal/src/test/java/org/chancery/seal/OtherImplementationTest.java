package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.TestDatabase;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.InclusionProof;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An implementation that is not ours accepts what the ledger writes, and nothing that is changed.
 */
@OnEachDatabase
@Tag("slow")
class OtherImplementationTest extends SealTestBase {
  private static final int ENTRIES = 1_300;

  OtherImplementationTest(TestDatabase database) {
    super(database);
  }

  @Test
  void proofsAndNotesAreAcceptedByGo() throws Exception {
    Go go = Go.build(folder);
    hold(ENTRIES);
    PublishedCheckpoint issued = sealAll();
    List<String> lines = new ArrayList<>();
    lines.add("note " + keys().known().getFirst() + " " + base64(issued.note().bytes()));
    for (long position : List.of(1L, 256L, 257L, 777L, 1_025L, 1_300L)) {
      lines.add(inclusion(position, issued));
    }
    for (long from : List.of(1L, 255L, 256L, 1_000L, 1_024L, 1_300L)) {
      lines.add(consistency(from, issued.checkpoint()));
    }
    writeTiles(issued.size());
    lines.add("tiles %s %d %s".formatted(folder, ENTRIES, issued.checkpoint().root().base64()));

    assertThat(go.check(folder, lines)).hasSameSizeAs(lines).containsOnly("ok");
    assertThat(go.check(folder, lines.stream().map(this::changed).toList())).doesNotContain("ok");
  }

  @Test
  void whatGoSignsWithOurKeyIsAcceptedHere() throws Exception {
    Go go = Go.build(folder);
    SigningKey key = keys().signing().getFirst();
    String text = "test.example/log\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    String line =
        "sign %s %s"
            .formatted(
                key.secret().lines().findFirst().orElseThrow(),
                base64(text.getBytes(StandardCharsets.UTF_8)));

    String signed = go.check(folder, List.of(line)).getFirst();
    SignedNote note =
        SignedNote.parse(new String(Base64.getDecoder().decode(signed), StandardCharsets.UTF_8));
    assertThat(note.isSignedBy(List.of(key.verifier()))).isTrue();
    assertThat(note.text()).isEqualTo(text);
  }

  private String inclusion(long position, PublishedCheckpoint issued) {
    InclusionProof proof = seal.inclusion(position, issued);
    byte[] leaf =
        Leaf.text(parts.journal().at(position).orElseThrow(), seal.entry(position).content());
    return "leaf %d %s %d %s %s"
        .formatted(
            issued.size(),
            issued.checkpoint().root().base64(),
            proof.index(),
            base64(leaf),
            words(proof.path()));
  }

  private String consistency(long from, Checkpoint to) {
    return "tree %d %s %d %s %s"
        .formatted(
            to.size(),
            to.root().base64(),
            from,
            seal.proofs().root(from).base64(),
            words(seal.proofs().consistency(from, to.size())));
  }

  private void writeTiles(long size) throws Exception {
    for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
      long hashes = Tile.hashesAt(level, size);
      for (long number = 0; number * Tile.WIDTH < hashes; number++) {
        int width = (int) Math.min(Tile.WIDTH, hashes - number * Tile.WIDTH);
        String name =
            "tile/%d/%03d%s".formatted(level, number, width < Tile.WIDTH ? ".p/" + width : "");
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, seal.tile(level, number, width).pack());
      }
    }
  }

  /** The same line with another note, leaf or root. */
  private String changed(String line) {
    String[] words = line.split(" ");
    int at = List.of("leaf", "tree").contains(words[0]) ? 2 : words.length - 1;
    byte[] bytes = Base64.getDecoder().decode(words[at]);
    bytes[bytes.length / 3] ^= 1;
    words[at] = base64(bytes);
    return String.join(" ", words);
  }

  private static String words(List<Hash> hashes) {
    return hashes.stream().map(Hash::base64).collect(Collectors.joining(" "));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
