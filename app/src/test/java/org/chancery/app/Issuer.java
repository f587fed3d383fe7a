package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** An OpenID Connect issuer on this machine. */
final class Issuer implements AutoCloseable {
  static final String AUDIENCE = "chancery";

  final RSAKey key = key();
  final AtomicInteger keysAsked = new AtomicInteger();

  /** What the ledger sent for a token, and how it showed who it is. */
  final AtomicReference<String> redeemed = new AtomicReference<>("");

  final AtomicReference<String> shown = new AtomicReference<>("");

  /** The ID token that the next code is redeemed for. */
  final AtomicReference<String> given = new AtomicReference<>("");

  private final HttpServer server;

  /** On a port, 0 for any. */
  Issuer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        asked -> {
          String address = address();
          answer(
              asked,
              """
              {"issuer": "%1$s", "jwks_uri": "%1$s/keys",
               "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
               "subject_types_supported": ["public"], "response_types_supported": ["code"],
               "id_token_signing_alg_values_supported": ["RS256"]}
              """
                  .formatted(address));
        });
    server.createContext(
        "/token",
        asked -> {
          shown.set(String.valueOf(asked.getRequestHeaders().getFirst("Authorization")));
          redeemed.set(new String(asked.getRequestBody().readAllBytes(), UTF_8));
          answer(
              asked,
              """
              {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60,
               "id_token": "%s"}
              """
                  .formatted(given.get()));
        });
    server.createContext(
        "/keys",
        asked -> {
          keysAsked.incrementAndGet();
          answer(asked, new JWKSet(key.toPublicJWK()).toString());
        });
    server.start();
  }

  static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("1").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void answer(HttpExchange asked, String json) throws IOException {
    try (asked) {
      byte[] body = json.getBytes(UTF_8);
      asked.getResponseHeaders().set("Content-Type", "application/json");
      asked.sendResponseHeaders(200, body.length);
      asked.getResponseBody().write(body);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  /** What names Ada, a recorder, until in a minute. */
  JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> but) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .audience(AUDIENCE)
            .subject("ada")
            .claim("roles", List.of("recorder"))
            .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(1))));
    but.accept(claims);
    return claims.build();
  }

  String token(Consumer<JWTClaimsSet.Builder> but) throws JOSEException {
    return signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims(but));
  }

  static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("1").build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
