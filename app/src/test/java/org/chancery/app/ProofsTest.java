package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.TreeHash;
import org.chancery.seal.merkle.Verification;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What an outsider checks, who has the ledger's addresses and docs/PROOFS.md. */
@ExtendWith(SharedLedger.class)
class ProofsTest {
  private final Http http;

  ProofsTest(Http http) {
    this.http = http;
  }

  @Test
  void aNewEntryIsProvedToItsCheckpoint() {
    long position = http.command("RegisterOfficial", "{\"name\": \"Proved\"}").position();
    JsonNode proof = http.get("/api/proofs/inclusion?position=" + position).expect(200).json();
    Checkpoint checkpoint = verified(proof.path("checkpoint").asString());
    Hash leaf = TreeHash.leaf(utf8(proof.path("leaf").asString()));

    assertThat(leaf.base64()).isEqualTo(proof.path("leafHash").asString());
    assertThat(
            Verification.includes(
                leaf, position - 1, checkpoint.size(), hashes(proof), checkpoint.root()))
        .isTrue();
    assertThat(checkpoint.size()).isEqualTo(proof.path("treeSize").asLong());
    assertThat(proof.path("leaf").asString()).contains("\"position\":" + position + ",");
  }

  @Test
  void theLeafHoldsTheHashOfTheSaltedContent() throws Exception {
    JsonNode leaf = http.get("/api/entries/1/leaf").expect(200).json();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(HexFormat.of().parseHex(leaf.path("salt").asString()));
    String content = HexFormat.of().formatHex(sha256.digest(utf8(leaf.path("content").asString())));

    assertThat(leaf.path("leaf").asString()).contains("\"content\":\"" + content + "\"");
    JsonNode entry = http.get("/api/entries/1").json();
    assertThat(leaf.path("leaf").asString()).contains(entry.path("id").asString());
    assertThat(leaf.path("content").asString()).contains(entry.path("commandId").asString());
  }

  @Test
  void theProofOfAnEntryIsAFile() {
    Reply file = http.get("/api/entries/2/proof").expect(200);
    String[] parts = file.body().split("\n\n", 2);
    List<String> lines = parts[0].lines().toList();

    assertThat(file.header("Content-Disposition")).contains("entry-2.tlog-proof");
    assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
    assertThat(lines.get(1)).isEqualTo("index 1");
    Checkpoint checkpoint = verified(parts[1]);
    List<Hash> path = lines.stream().skip(2).map(Hash::fromBase64).toList();
    Hash leaf =
        TreeHash.leaf(
            utf8(http.get("/api/entries/2/leaf").expect(200).json().path("leaf").asString()));
    assertThat(Verification.includes(leaf, 1, checkpoint.size(), path, checkpoint.root())).isTrue();
  }

  @Test
  void anEarlierCheckpointIsTheBeginningOfALaterOne() {
    Checkpoint before = verified(http.get("/checkpoint").expect(200).body());
    long position = http.command("RegisterOfficial", "{\"name\": \"Later\"}").position();
    http.get("/api/proofs/inclusion?position=" + position).expect(200);
    JsonNode proof = http.get("/api/proofs/consistency?from=" + before.size()).expect(200).json();
    Checkpoint after = verified(proof.path("toCheckpoint").asString());

    assertThat(after.size()).isGreaterThanOrEqualTo(position);
    assertThat(
            Verification.consistent(
                before.size(), after.size(), before.root(), after.root(), hashes(proof)))
        .isTrue();
    assertThat(verified(proof.path("fromCheckpoint").asString())).isEqualTo(before);
  }

  @Test
  void everyCheckpointIsListed() {
    JsonNode first = http.get("/api/proofs/checkpoints?limit=1").expect(200).json();
    assertThat(first.at("/items/0/treeSize").asLong()).isZero();
    verified(first.at("/items/0/checkpoint").asString());
    JsonNode next =
        http.get("/api/proofs/checkpoints?after=" + first.path("next").asString()).json();
    assertThat(next.at("/items/0/treeSize").asLong()).isPositive();
  }

  @Test
  void theLeavesOfTheBundleHashToTheTileAndTheTileToTheRoot() throws Exception {
    Checkpoint checkpoint = verified(http.get("/checkpoint").expect(200).body());
    int width = (int) Math.min(256, checkpoint.size());
    String name = width == 256 ? "000" : "000.p/" + width;
    HttpResponse<byte[]> tile = fetch("/tile/0/" + name);
    List<Hash> leaves = leaves(fetch("/tile/entries/" + name).body());

    assertThat(tile.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(leaves).hasSize(width);
    assertThat(tile.body()).isEqualTo(org.chancery.seal.merkle.Tile.pack(leaves));
    if (width == checkpoint.size()) {
      assertThat(TreeHash.root(leaves)).isEqualTo(checkpoint.root());
    }
  }

  private static List<Hash> leaves(byte[] bundle) {
    List<Hash> leaves = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(bundle);
    while (bytes.hasRemaining()) {
      byte[] leaf = new byte[bytes.getShort() & 0xffff];
      bytes.get(leaf);
      leaves.add(TreeHash.leaf(leaf));
    }
    return leaves;
  }

  private HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(http.server().resolve(path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      return response;
    }
  }

  @Test
  void theCheckpointIsPlainTextThatIsNotKept() {
    Reply reply = http.get("/checkpoint").expect(200);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache, private");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tile/0/999",
        "/tile/0/000.p/256",
        "/tile/0/000.p/0",
        "/tile/0/000.p/01",
        "/tile/0/x000/000",
        "/tile/0/0",
        "/tile/0/00a",
        "/tile/64/000",
        "/tile/00/000",
        "/tile/5/000.p/1",
        "/tile/entries/x999/x999/x999/x999/999",
        "/tile/entries/",
        "/tile/0"
      })
  void aTileThatIsNotInTheTreeIsNotFound(String path) {
    http.get(path).expectProblem(404, "NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/proofs/inclusion?position=0, 404, UNKNOWN_SUBJECT",
    "/api/proofs/inclusion?position=999999999, 404, UNKNOWN_SUBJECT",
    "/api/proofs/inclusion?position=-1, 404, UNKNOWN_SUBJECT",
    "/api/proofs/inclusion, 400, UNREADABLE",
    "/api/proofs/inclusion?position=x, 400, UNREADABLE",
    "/api/proofs/inclusion?position=1&size=-5, 422, INVALID_TREE_SIZE",
    "/api/proofs/inclusion?position=1&size=999999999, 422, INVALID_TREE_SIZE",
    "/api/proofs/inclusion?position=1&size=0, 422, INVALID_TREE_SIZE",
    "/api/proofs/consistency?from=-1, 422, INVALID_TREE_SIZE",
    "/api/proofs/consistency?from=2&to=1, 422, INVALID_TREE_SIZE",
    "/api/proofs/consistency?from=1&to=999999999, 422, INVALID_TREE_SIZE",
    "/api/proofs/checkpoints?limit=0, 422, INVALID_LIMIT",
    "/api/entries/999999999/proof, 404, UNKNOWN_SUBJECT",
    "/api/entries/999999999/leaf, 404, UNKNOWN_SUBJECT"
  })
  void whatCannotBeProvedIsAProblem(String path, int status, String code) {
    http.get(path).expectProblem(status, code);
  }

  @Test
  void theJournalTellsHowFarItIsSealed() {
    JsonNode seal = http.get("/api/journal").expect(200).json().path("seal");
    assertThat(seal.path("size").asLong()).isPositive();
    assertThat(seal.path("state").asString()).isEqualTo("sealing");
    assertThat(
            http.get("/actuator/health")
                .expect(200)
                .json()
                .at("/components/sealing/status")
                .asString())
        .isEqualTo("UP");
  }

  /** The checkpoint of a note that a key of the ledger has signed. */
  private Checkpoint verified(String text) {
    JsonNode keys = http.get("/api/proofs/keys").expect(200).json();
    SignedNote note = SignedNote.parse(text);
    assertThat(note.isSignedBy(List.of(VerifierKey.parse(keys.at("/keys/0/vkey").asString()))))
        .isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.origin()).isEqualTo(keys.path("origin").asString());
    return checkpoint;
  }

  private static List<Hash> hashes(JsonNode proof) {
    return proof
        .path("hashes")
        .valueStream()
        .map(JsonNode::asString)
        .map(Hash::fromBase64)
        .toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
