package org.chancery.query.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.query.ListParameters;
import org.chancery.seal.Leaf;
import org.chancery.seal.LogKeys;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.Seal;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.Sealer;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Proofs;
import org.chancery.seal.note.InclusionProof;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs about the journal; docs/PROOFS.md says how to check them. */
@RestController
class ProofsApi {
  private final Seal seal;
  private final SealedJournal journal;
  private final ObjectProvider<Sealer> sealer;

  ProofsApi(Seal seal, SealedJournal journal, ObjectProvider<Sealer> sealer) {
    this.seal = seal;
    this.journal = journal;
    this.sealer = sealer;
  }

  /** In the tree of the newest checkpoint, or of one of the size asked for. */
  @GetMapping("/api/proofs/inclusion")
  InclusionView inclusion(
      @RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
    Entry entry = journal.entry(position);
    SealedEntry sealed = journal.sealOf(entry);
    PublishedCheckpoint issued = size == null ? journal.latest() : journal.issued(size);
    if (issued.size() < position) {
      throw SealedJournal.invalidSize(
          "a tree of %d entries does not hold position %d".formatted(issued.size(), position));
    }
    InclusionProof proof = seal.inclusion(position, issued);
    return new InclusionView(
        position,
        proof.index(),
        new String(Leaf.text(entry, sealed.content()), StandardCharsets.UTF_8),
        sealed.leaf().base64(),
        base64(proof.path()),
        issued.size(),
        issued.checkpoint().root().base64(),
        proof.checkpoint().toString());
  }

  /** From any size to any later one that is sealed; to the newest where none is asked for. */
  @GetMapping("/api/proofs/consistency")
  ConsistencyView consistency(
      @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
    long newest = journal.latest().size();
    long last = to == null ? newest : to;
    if (from < 0 || from > last || last > newest) {
      throw SealedJournal.invalidSize(
          "from 0 to the newest size, %d, and not backward".formatted(newest));
    }
    Proofs proofs = seal.proofs();
    return new ConsistencyView(
        from,
        last,
        base64(proofs.consistency(from, last)),
        proofs.root(from).base64(),
        proofs.root(last).base64(),
        checkpoint(from),
        checkpoint(last));
  }

  private @Nullable String checkpoint(long size) {
    return journal.at(size).map(issued -> issued.full().toString()).orElse(null);
  }

  private static List<String> base64(List<Hash> hashes) {
    return hashes.stream().map(Hash::base64).toList();
  }

  /** By size; {@code next} is the last of the page, to be asked for after. */
  @GetMapping("/api/proofs/checkpoints")
  CheckpointView.Checkpoints checkpoints(
      @RequestParam(defaultValue = "-1") long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int most = ListParameters.limitOf(limit);
    long newest = seal.size();
    List<PublishedCheckpoint> found =
        seal.issuedAfter(after, most + 1).stream()
            .filter(issued -> issued.size() <= newest)
            .toList();
    List<PublishedCheckpoint> kept = found.subList(0, Math.min(most, found.size()));
    return new CheckpointView.Checkpoints(
        kept.stream().map(CheckpointView::of).toList(),
        found.size() > most ? Long.toString(kept.getLast().size()) : null);
  }

  @GetMapping("/api/proofs/keys")
  KeysView keys() {
    LogKeys known = journal.keys();
    Sealer sealing = sealer.getIfAvailable();
    return new KeysView(
        known.origin(),
        known.known().stream()
            .map(key -> new KeysView.LogKey(key.toString(), signs(known, key)))
            .toList(),
        sealing == null || sealing.cosigning() == null ? null : sealing.cosigning().vkey());
  }

  /** Who signs nothing knows by the newest checkpoint with which keys others do. */
  private String signs(LogKeys known, VerifierKey key) {
    boolean signing =
        known.signing().isEmpty()
            ? journal.latest().note().isSignedBy(List.of(key))
            : known.signs(key);
    return signing ? "signing" : "retired";
  }

  /**
   * A checkpoint that was issued.
   *
   * @param checkpoint the note, with its cosignatures
   * @param witnesses who cosigned it
   */
  record CheckpointView(
      long treeSize, String rootHash, Instant issuedAt, List<String> witnesses, String checkpoint) {

    static CheckpointView of(PublishedCheckpoint issued) {
      return new CheckpointView(
          issued.size(),
          issued.checkpoint().root().base64(),
          issued.issuedAt(),
          issued.cosignatures().stream().map(SignatureLine::name).toList(),
          issued.full().toString());
    }

    /**
     * Some of them, in order of size.
     *
     * @param next what the next page comes after, null where this is the last
     */
    record Checkpoints(List<CheckpointView> items, @Nullable String next) {}
  }

  /**
   * That a sealed tree is the beginning of a later one.
   *
   * @param from the size of the earlier tree
   * @param to the size of the later one
   * @param hashes base64 (RFC 6962, 2.1.2)
   * @param fromCheckpoint the earlier tree's, null where none was issued at that size
   * @param toCheckpoint the later tree's, null where none was issued at that size
   */
  record ConsistencyView(
      long from,
      long to,
      List<String> hashes,
      String fromRoot,
      String toRoot,
      @Nullable String fromCheckpoint,
      @Nullable String toCheckpoint) {}

  /**
   * That an entry is in a sealed tree.
   *
   * @param index the leaf's place, from 0
   * @param leaf the leaf as it is hashed
   * @param leafHash base64
   * @param hashes from the leaf's sibling up, base64 (RFC 6962, 2.1.1)
   * @param treeSize how many entries the tree holds
   * @param rootHash base64
   * @param checkpoint the tree's, signed
   */
  record InclusionView(
      long position,
      long index,
      String leaf,
      String leafHash,
      List<String> hashes,
      long treeSize,
      String rootHash,
      String checkpoint) {}

  /**
   * What a verifier needs to know; to be got from somebody else than the ledger, if possible.
   *
   * @param origin the log's name, the first line of its checkpoints
   * @param witness the verifier key of the witness that is asked, null where there is none
   */
  record KeysView(String origin, List<LogKey> keys, @Nullable String witness) {

    /**
     * A key of the log's.
     *
     * @param vkey its verifier key (https://c2sp.org/signed-note)
     * @param state signing or retired
     */
    record LogKey(String vkey, String state) {}
  }
}
