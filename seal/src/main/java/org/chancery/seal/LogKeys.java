package org.chancery.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.chancery.seal.note.KeyFile;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SigningKey;
import org.chancery.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the log, from a folder: each {@code log-N.key} signs, each {@code log-N.vkey} beside
 * it is known. A key is retired by deleting its {@code .key}.
 *
 * @param origin the log's name, which is the keys' too
 * @param signing none where nothing is signed in this process
 * @param known all that ever signed
 */
public record LogKeys(String origin, List<SigningKey> signing, List<VerifierKey> known) {
  private static final String KEY = ".key";
  private static final String VKEY = ".vkey";
  private static final int ORIGIN_BYTES = 8;
  private static final int MOST = 16;

  /**
   * Reads the keys of a folder, making the first where there is none.
   *
   * @param origin as the operator wants it, or null for one that is made up at first and kept
   */
  public static LogKeys open(Path folder, @Nullable String origin) throws IOException {
    Files.createDirectories(folder);
    if (files(folder, KEY).isEmpty() && files(folder, VKEY).isEmpty()) {
      add(folder, origin == null ? invented() : origin);
    }
    return of(folder, origin);
  }

  /** Reads the keys of a folder; fails where there are none, and makes none. */
  public static LogKeys of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)
        || (files(folder, KEY).isEmpty() && files(folder, VKEY).isEmpty())) {
      throw new IOException("there are no keys in %s yet".formatted(folder));
    }
    return of(folder, null);
  }

  /** What a folder publishes, for who signs nothing; null where it holds none. */
  public static @Nullable LogKeys published(Path folder) throws IOException {
    List<VerifierKey> known = known(folder);
    return known.isEmpty() ? null : new LogKeys(known.getFirst().name(), List.of(), known);
  }

  private static LogKeys of(Path folder, @Nullable String origin) throws IOException {
    List<Path> secrets = files(folder, KEY);
    List<SigningKey> signing = new ArrayList<>();
    for (Path secret : secrets) {
      SigningKey key = KeyFile.read(secret);
      signing.add(key);
      publish(secret, key.verifier());
    }
    return checked(folder, origin, signing, known(folder));
  }

  private static VerifierKey ofLog(Path file) throws IOException {
    VerifierKey key = KeyFile.readVerifier(file);
    if (key.type() != KeyType.SIGNATURE) {
      throw new IOException("%s is the key of a witness, not of a log".formatted(file));
    }
    return key;
  }

  private static LogKeys checked(
      Path folder, @Nullable String origin, List<SigningKey> signing, List<VerifierKey> known)
      throws IOException {
    List<String> names = known.stream().map(VerifierKey::name).distinct().toList();
    if (signing.isEmpty()) {
      throw new IOException("no key signs in %s: all of them are retired".formatted(folder));
    }
    if (names.size() > 1 || (origin != null && !names.getFirst().equals(origin))) {
      throw new IOException(
          "the keys in %s are those of %s, not of %s".formatted(folder, names, origin));
    }
    return new LogKeys(names.getFirst(), List.copyOf(signing), List.copyOf(known));
  }

  /** Makes a further key, which signs from the next start on; returns what others know it by. */
  public static VerifierKey add(Path folder, String origin) throws IOException {
    int number = files(folder, VKEY).size() + 1;
    if (number > MOST) {
      throw new IOException("%s has %d keys, which is the most".formatted(folder, MOST));
    }
    SigningKey key = SigningKey.generate(origin, KeyType.SIGNATURE);
    Path secret = folder.resolve("log-%02d%s".formatted(number, KEY));
    KeyFile.write(secret, key);
    publish(secret, key.verifier());
    return key.verifier();
  }

  /**
   * Deletes a private key for good, but not the last one that signs. What it signed is still
   * verified. Fails as {@link IllegalArgumentException} where there is no such key.
   *
   * @param name such as {@code log-01}
   */
  public static void retire(Path folder, String name) throws IOException {
    List<Path> secrets = files(folder, KEY);
    Path secret = folder.resolve(name + KEY);
    if (!secrets.contains(secret) || secrets.size() == 1) {
      throw new IllegalArgumentException("%s is not one of several that sign".formatted(name));
    }
    KeyFile.delete(secret);
  }

  /** The keys that ever signed, of a folder that is only read; none where there is no folder. */
  public static List<VerifierKey> known(Path folder) throws IOException {
    return List.copyOf(named(folder).values());
  }

  /** The same by the names, such as {@code log-01}, by which they are retired; in their order. */
  public static SequencedMap<String, VerifierKey> named(Path folder) throws IOException {
    SequencedMap<String, VerifierKey> named = new LinkedHashMap<>();
    if (Files.isDirectory(folder)) {
      for (Path file : files(folder, VKEY)) {
        named.put(name(file, VKEY), ofLog(file));
      }
    }
    return named;
  }

  private static String name(Path file, String suffix) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - suffix.length());
  }

  private static void publish(Path secret, VerifierKey key) throws IOException {
    Path file = secret.resolveSibling(name(secret, KEY) + VKEY);
    if (!Files.exists(file)) {
      KeyFile.write(file, key);
    }
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  /** A name that leads nowhere (RFC 2606) and is nobody else's. */
  private static String invented() {
    byte[] bytes = new byte[ORIGIN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "chancery.invalid/" + HexFormat.of().formatHex(bytes);
  }

  /** The signatures of all keys that sign. */
  public List<SignatureLine> sign(String text) {
    return signing.stream().map(key -> key.sign(text)).toList();
  }

  public boolean signs(VerifierKey key) {
    return signing.stream().anyMatch(each -> each.verifier().toString().equals(key.toString()));
  }
}
