package org.chancery.seal.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.TreeHash;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that https://c2sp.org/tlog-witness prescribes, on trees of one and two leaves. */
class WitnessTest {
  private static final Hash A = TreeHash.leaf("a".getBytes(StandardCharsets.UTF_8));
  private static final Hash B = TreeHash.leaf("b".getBytes(StandardCharsets.UTF_8));
  private static final Hash AB = TreeHash.node(A, B);

  private final SigningKey log = SigningKey.generate("example.com/log", KeyType.SIGNATURE);
  private final SigningKey key = SigningKey.generate("w.example", KeyType.COSIGNATURE);
  @TempDir Path folder;
  private Witness witness;

  @BeforeEach
  void open() throws IOException {
    witness = new Witness(key, List.of(log.verifier()), folder, Clock.systemUTC());
  }

  @Test
  void aCheckpointThatFollowsIsCosigned() throws Exception {
    SignedNote first = note(1, A);
    SignedNote second = note(2, AB);

    assertThat(cosigns(add(0, first), first)).isTrue();
    assertThat(cosigns(add(1, second, B), second)).isTrue();
    assertThat(cosigns(add(2, second), second)).isTrue();
  }

  @Test
  void whatWasSeenIsRememberedByTheNextProcess() throws Exception {
    add(0, note(2, AB));
    open();
    Witness.Reply reply = add(0, note(1, A));

    assertThat(reply).isEqualTo(new Witness.Reply(409, "text/x.tlog.size", "2\n"));
  }

  @Test
  void aForkIsRefused() throws Exception {
    add(0, note(1, B));

    assertThat(add(1, note(2, AB), B).status()).isEqualTo(422);
    assertThat(add(1, note(2, AB)).status()).isEqualTo(422);
    assertThat(add(1, note(1, A)).status()).isEqualTo(409);
    assertThat(add(1, note(2, TreeHash.node(B, A)), A).status()).isEqualTo(200);
  }

  @Test
  void anUnknownLogIsNotFoundAndAnUnknownKeyIsForbidden() throws Exception {
    SigningKey other = SigningKey.generate("example.com/other", KeyType.SIGNATURE);
    SigningKey impostor = SigningKey.generate("example.com/log", KeyType.SIGNATURE);

    assertThat(add(0, signed(other, 1, A)).status()).isEqualTo(404);
    assertThat(add(0, signed(impostor, 1, A)).status()).isEqualTo(403);
    assertThat(add(0, note(1, A)).status()).isEqualTo(200);
  }

  @Test
  void anOldSizeBeyondTheCheckpointIsBad() throws Exception {
    add(0, note(2, AB));

    assertThat(add(2, note(1, A)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "old 0", "old 00\n\n", "old x\n\nnote", "new 0\n\n", "old 0\nAAA=\n\n"})
  void whatIsNoRequestIsBad(String body) throws Exception {
    assertThat(witness.answer(body).status()).isEqualTo(400);
    assertThat(witness.answer(body + note(1, A)).status()).isEqualTo(400);
  }

  @Test
  void bytesThatAreNotUtf8DoNotPassForTheTextThatWasSigned() throws Exception {
    String text = note(1, A).text() + "remark \uFFFD\n";
    byte[] said =
        new AddCheckpoint(0, List.of(), new SignedNote(text, List.of(log.sign(text))))
            .toString()
            .getBytes(UTF_8);
    byte[] torn =
        new String(said, ISO_8859_1).replace("\u00ef\u00bf\u00bd", "\u00ff").getBytes(ISO_8859_1);
    try (WitnessServer server =
            new WitnessServer(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:%d/add-checkpoint".formatted(server.port()));
      assertThat(status(client, address, torn)).isEqualTo(400);
      assertThat(status(client, address, said)).isEqualTo(200);
    }
  }

  private static int status(HttpClient client, URI address, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aProofWithoutEndIsBad() throws Exception {
    List<Hash> proof = new ArrayList<>();
    for (int n = 0; n < 64; n++) {
      proof.add(A);
    }
    String body = new AddCheckpoint(0, proof, note(2, AB)).toString();

    assertThat(witness.answer(body).status()).isEqualTo(400);
  }

  private Witness.Reply add(long old, SignedNote note, Hash... proof) throws IOException {
    return witness.answer(new AddCheckpoint(old, List.of(proof), note).toString());
  }

  private SignedNote note(long size, Hash root) {
    return signed(log, size, root);
  }

  private static SignedNote signed(SigningKey key, long size, Hash root) {
    String text = new Checkpoint(key.verifier().name(), size, root).text();
    return new SignedNote(text, List.of(key.sign(text)));
  }

  private boolean cosigns(Witness.Reply reply, SignedNote note) {
    return reply.status() == 200
        && key.verifier().verifies(note.text(), SignatureLine.parse(reply.body().strip()));
  }

  @Test
  void aMemoryThatCannotBeReadIsNoEmptyOne() throws Exception {
    add(0, note(2, AB));
    Path memory = only(folder);
    Files.delete(memory);
    Files.createSymbolicLink(memory, memory.getFileName()); // which leads nowhere but to itself

    assertThatIOException().isThrownBy(() -> add(0, note(1, A)));
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().getFirst();
    }
  }

  @Test
  void theKeyOfAWitnessIsNotThatOfALog() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Witness(key, List.of(key.verifier()), folder, Clock.systemUTC()));
  }
}
