package org.chancery.app.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.journal.text.Utf8;

/**
 * How a server shows that it serves a data folder before it is shown the folder's token: it answers
 * a challenge with what only a reader of the token can know, and the token is not part of the
 * answer.
 */
public final class ServerChallenge {
  public static final String PATH = "/api/presence";
  private static final String MAC = "HmacSHA256";
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ServerChallenge() {}

  /** True where whoever answers at the address knows the token of this folder, and serves it. */
  public static boolean isShown(URI server, Path data) throws IOException {
    String challenge = UUID.randomUUID().toString();
    byte[] wanted = proof(data, challenge).getBytes(StandardCharsets.US_ASCII);
    byte[] given = answer(server, challenge).strip().getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(wanted, given);
  }

  private static String answer(URI server, String challenge) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(PATH + "?challenge=" + challenge))
            .timeout(PATIENCE)
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpResponse<String> answer = client.send(request, Utf8.body());
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (IOException gone) {
      return ""; // a server that was killed leaves its note behind
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** The answer of who serves the folder. */
  public static String proof(Path data, String challenge) throws IOException {
    try {
      Mac mac = Mac.getInstance(MAC);
      byte[] token = Tokens.recorder(data).getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(token, MAC));
      String said = data.toRealPath() + "\n" + challenge;
      return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
