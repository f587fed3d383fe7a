package org.chancery.app.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.app.config.UsageException;
import org.chancery.journal.text.Sha256;
import org.chancery.journal.text.Utf8;
import org.chancery.seal.note.KeyFile;

/**
 * Who holds which token: each {@code NAME.token} in the data folder makes the principal NAME.
 * Auditors read; everyone else records too. Of the tokens only digests are kept: what a dump of the
 * memory shows opens nothing. They are made at random, so the digests need no salt.
 */
public final class Tokens {
  private static final String SUFFIX = ".token";
  private static final int BYTES = 32;

  private final Map<String, byte[]> digests = new LinkedHashMap<>();

  /**
   * Reads the tokens of a data folder, making a recorder's and an auditor's where there are none.
   */
  public Tokens(Path data) {
    try {
      Files.createDirectories(data);
      for (String name : List.of("recorder", "auditor")) {
        make(data.resolve(name + SUFFIX));
      }
      try (Stream<Path> files = Files.list(data)) {
        files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().forEach(this::read);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the tokens in %s cannot be kept".formatted(data), failure);
    }
  }

  /**
   * The principal who holds the token. Takes as long for a wrong one as for a right one.
   *
   * @param token a character a byte, as the server reads headers: nothing of it is replaced
   */
  public Optional<String> holder(String token) {
    byte[] given = digest(token.getBytes(StandardCharsets.ISO_8859_1));
    String holder = null;
    for (Map.Entry<String, byte[]> known : digests.entrySet()) {
      if (MessageDigest.isEqual(known.getValue(), given)) {
        holder = known.getKey();
      }
    }
    return Optional.ofNullable(holder);
  }

  /** What a principal of this folder may do. */
  public static AccessRole role(String principal) {
    return principal.startsWith("auditor") ? AccessRole.AUDITOR : AccessRole.RECORDER;
  }

  /** The recorder's token of a data folder, for who may read it. */
  public static String recorder(Path data) throws IOException {
    Path file = data.resolve("recorder" + SUFFIX);
    if (!Files.exists(file)) {
      throw new UsageException("a token is needed, and there is no " + file);
    }
    return Utf8.read(file).strip();
  }

  private static void make(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    try {
      if (Files.exists(file) && Files.size(file) == 0) {
        Files.delete(file); // a process was killed before it wrote the token
      }
      KeyFile.writeSecret(file, token + "\n");
    } catch (FileAlreadyExistsException kept) {
      return;
    }
  }

  private void read(Path file) {
    try {
      String name = file.getFileName().toString();
      String token = Utf8.read(file).strip();
      if (!token.isEmpty()) {
        digests.put(
            name.substring(0, name.length() - SUFFIX.length()),
            digest(token.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] digest(byte[] token) {
    return Sha256.digest().digest(token);
  }
}
