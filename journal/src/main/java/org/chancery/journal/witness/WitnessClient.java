package org.chancery.journal.witness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.journal.merkle.Hash;
import org.chancery.journal.note.Checkpoint;
import org.chancery.journal.note.KeyType;
import org.chancery.journal.note.SignatureLine;
import org.chancery.journal.note.SignedNote;
import org.chancery.journal.note.VerifierKey;
import org.chancery.journal.witness.WitnessAnswer.Cosigned;
import org.chancery.journal.witness.WitnessAnswer.Refused;
import org.chancery.journal.witness.WitnessAnswer.SeenOther;
import org.chancery.journal.witness.WitnessAnswer.Unavailable;
import org.chancery.shared.Utf8;

/** Asks a witness, whose key is known, to cosign checkpoints. */
public final class WitnessClient {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST = 16 * 1024;
  private static final String SIZE = "text/x.tlog.size";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
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
    this.address = URI.create(prefix.toString().replaceFirst("/+$", "") + "/add-checkpoint");
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
    return ask(request, note);
  }

  /** A request's own timeout ends with the headers, and a witness may stall behind them. */
  private WitnessAnswer ask(HttpRequest request, SignedNote note) {
    CompletableFuture<HttpResponse<String>> asked = http.sendAsync(request, limited());
    try {
      return answer(asked.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS), note);
    } catch (ExecutionException failed) {
      return new Unavailable("%s cannot be reached: %s".formatted(address, failed.getCause()));
    } catch (TimeoutException stalled) {
      return new Unavailable("%s cannot be reached: no answer in time".formatted(address));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Unavailable("interrupted");
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
