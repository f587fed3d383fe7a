package org.chancery.seal.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.journal.text.Utf8;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.VerifierKey;
import org.chancery.seal.witness.WitnessAnswer.Cosigned;
import org.chancery.seal.witness.WitnessAnswer.Refused;
import org.chancery.seal.witness.WitnessAnswer.SeenOther;
import org.chancery.seal.witness.WitnessAnswer.Unavailable;

/** Asks a witness, whose key is known, to cosign checkpoints. */
public final class WitnessClient {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST = 16 * 1024;
  private static final String SIZE = "text/x.tlog.size";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String prefix;
  private final URI address;
  private final VerifierKey key;

  /**
   * A client of one witness.
   *
   * @param prefix what its {@code /add-checkpoint} follows
   * @param key of the type that cosigns
   */
  public WitnessClient(URI prefix, VerifierKey key) {
    if (key.type() != KeyType.COSIGNATURE) {
      throw new IllegalArgumentException(key + " is not the key of a witness");
    }
    this.prefix = prefix.toString().replaceFirst("/+$", "");
    this.address = URI.create(this.prefix + "/add-checkpoint");
    this.key = key;
  }

  public VerifierKey key() {
    return key;
  }

  /** Shows a checkpoint, and that it follows from the one of the old size. */
  public WitnessAnswer add(long old, List<Hash> proof, SignedNote note) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(
                HttpRequest.BodyPublishers.ofString(new AddCheckpoint(old, proof, note).toString()))
            .build();
    try {
      return answer(asked(request), note);
    } catch (IOException failed) {
      return new Unavailable("%s cannot be reached: %s".formatted(address, failed.getMessage()));
    }
  }

  /**
   * The last checkpoint that the witness has seen of a log, with whatever signatures; empty where
   * it shows none. No part of tlog-witness: only a witness like ours shows it.
   */
  public Optional<SignedNote> last(String origin) {
    URI shown = URI.create(prefix + WitnessServer.SHOWN + WitnessMemory.name(origin));
    try {
      HttpResponse<String> response = asked(HttpRequest.newBuilder(shown).build());
      return response.statusCode() == 200
          ? Optional.of(SignedNote.parse(response.body()))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** A request's own timeout ends with the headers, and a witness may stall behind them. */
  private HttpResponse<String> asked(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> asked = http.sendAsync(request, limited());
    try {
      return asked.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause()), failed);
    } catch (TimeoutException stalled) {
      throw new IOException("no answer in time", stalled);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopping);
    } finally {
      asked.cancel(true);
    }
  }

  private static BodyHandler<String> limited() {
    return BodyHandlers.limiting(Utf8.body(), LONGEST);
  }

  private WitnessAnswer answer(HttpResponse<String> response, SignedNote note) {
    String body = response.body();
    boolean tellsSize = response.headers().firstValue("Content-Type").orElse("").startsWith(SIZE);
    try {
      return switch (response.statusCode()) {
        case 200 -> cosigned(body, note);
        case 409 ->
            tellsSize
                ? new SeenOther(Checkpoint.size(body.strip()))
                : new Refused("another root of the same size");
        case 422 -> new Refused("no consistency");
        default -> new Unavailable("%s answers %d".formatted(address, response.statusCode()));
      };
    } catch (IllegalArgumentException unreadable) {
      return new Unavailable("%s: %s".formatted(address, unreadable.getMessage()));
    }
  }

  private WitnessAnswer cosigned(String body, SignedNote note) {
    for (String line : body.lines().toList()) {
      SignatureLine signature = SignatureLine.parse(line);
      if (key.verifies(note.text(), signature)) {
        return new Cosigned(signature);
      }
    }
    return new Unavailable("%s does not sign with the key of %s".formatted(address, key.name()));
  }
}
