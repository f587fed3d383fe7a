package org.chancery.seal.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chancery.seal.merkle.TreeHash;
import org.chancery.seal.merkle.Verification;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.SigningKey;
import org.chancery.seal.note.VerifierKey;

/** Cosigns the checkpoints of the logs that it knows, as long as each follows from the last. */
public final class Witness {
  private final SigningKey key;
  private final List<VerifierKey> logs;
  private final WitnessMemory memory;
  private final Clock clock;

  /**
   * A witness that remembers in a folder.
   *
   * @param logs the keys of the logs that it knows, named by their origins; fails where one of them
   *     is a witness's
   */
  public Witness(SigningKey key, List<VerifierKey> logs, Path folder, Clock clock)
      throws IOException {
    for (VerifierKey log : logs) {
      if (log.type() != KeyType.SIGNATURE) {
        throw new IllegalArgumentException(log + " is the key of a witness, not of a log");
      }
    }
    this.key = key;
    this.logs = List.copyOf(logs);
    this.memory = new WitnessMemory(folder);
    this.clock = clock;
  }

  /** An answer over HTTP. */
  public record Reply(int status, String type, String body) {
    private static final String TEXT = "text/plain; charset=utf-8";

    static Reply of(int status, String text) {
      return new Reply(status, TEXT, text + "\n");
    }
  }

  /** Answers the body of a request; remembers before it cosigns. */
  public synchronized Reply answer(String body) throws IOException {
    AddCheckpoint request;
    Checkpoint checkpoint;
    try {
      request = AddCheckpoint.parse(body);
      checkpoint = Checkpoint.parse(request.note().text());
    } catch (IllegalArgumentException unreadable) {
      return Reply.of(400, String.valueOf(unreadable.getMessage()));
    }
    List<VerifierKey> keys =
        logs.stream().filter(log -> log.name().equals(checkpoint.origin())).toList();
    if (keys.isEmpty()) {
      return Reply.of(404, "this log is not known here");
    }
    if (!request.note().isSignedBy(keys)) {
      return Reply.of(403, "not signed by a known key of the log");
    }
    if (request.old() > checkpoint.size()) {
      return Reply.of(400, "the old size is larger than the checkpoint's");
    }
    return compare(request, checkpoint);
  }

  /** The last checkpoint of a log, as the log signed it: what proves a disagreement. */
  synchronized Reply last(String name) throws IOException {
    return name.matches("[0-9a-f]{64}")
        ? memory
            .note(name)
            .map(note -> new Reply(200, Reply.TEXT, note.toString()))
            .orElseGet(() -> Reply.of(404, "this log is not known here"))
        : Reply.of(404, "this log is not known here");
  }

  private Reply compare(AddCheckpoint request, Checkpoint checkpoint) throws IOException {
    Optional<Checkpoint> last = memory.last(checkpoint.origin());
    long seen = last.map(Checkpoint::size).orElse(0L);
    if (request.old() != seen) {
      return new Reply(409, "text/x.tlog.size", seen + "\n");
    }
    boolean sameSize = last.isPresent() && seen == checkpoint.size();
    if (sameSize && !last.get().root().equals(checkpoint.root())) {
      return Reply.of(409, "another root of the same size");
    }
    if (!follows(request, checkpoint, last)) {
      return Reply.of(422, "the proof does not show that the checkpoint follows from the last one");
    }
    memory.keep(request.note(), checkpoint);
    return new Reply(200, Reply.TEXT, cosigned(request.note()) + "\n");
  }

  private static boolean follows(
      AddCheckpoint request, Checkpoint checkpoint, Optional<Checkpoint> last) {
    return Verification.consistent(
        request.old(),
        checkpoint.size(),
        last.map(Checkpoint::root).orElseGet(TreeHash::empty),
        checkpoint.root(),
        request.proof());
  }

  private String cosigned(SignedNote note) {
    return key.cosign(note.text(), clock.instant()).toString();
  }
}
