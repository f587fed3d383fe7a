import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks an export of a Chancery ledger, without the ledger:
 *
 * <pre>java Verify.java EXPORT --key VKEY... [--checkpoint NOTE-FILE] [--witness VKEY]</pre>
 *
 * A further {@code --key} is one that the ledger signed with before, or will: what any of them
 * signed counts, the checkpoint that was kept as well as the export.
 *
 * <p>Needs a JDK 17 or later and nothing else; an older one cannot compile it, and complains of
 * {@code record} or {@code ->} before anything is checked. One line says what was found; the exit
 * code is 0 where all is as it was sealed, 1 where it is not, 2 where the check could not be made,
 * as with a kept checkpoint that a mail program has changed. docs/PROOFS.md has the format, and
 * says what this proves and what it does not.
 */
@SuppressWarnings("DefaultPackage") // so that this one file runs wherever it lies
public final class Verify {
  private static final int DONE = 0;
  private static final int FAULTY = 1;
  private static final int WRONG_USAGE = 2;
  private static final String USAGE =
      "usage: java Verify.java EXPORT --key VKEY [--key VKEY]... [--checkpoint NOTE-FILE]"
          + " [--witness VKEY]";
  private static final int LONGEST_NOTE = 64 * 1024;
  private static final int LONGEST_SHOWN = 100;
  private static final int HASH = 32;

  private Verify() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** Checks as {@code main} does; returns the exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    try {
      Arguments asked = Arguments.of(List.of(args));
      try (InputStream in = Files.newInputStream(asked.export())) {
        out.println(new Check(asked, new Lines(in)).verdict());
      }
      return DONE;
    } catch (Fault fault) {
      out.println("NOT VERIFIED: " + fault.getMessage());
      return FAULTY;
    } catch (Usage usage) {
      err.println(usage.getMessage());
    } catch (IOException unreadable) {
      err.println("cannot be read: " + unreadable);
    }
    return WRONG_USAGE;
  }

  /** What the caller must mend. */
  private static final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
      super(message);
    }
  }

  /** Something is not as it was sealed, or cannot be shown to be. */
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message, null, false, false);
    }
  }

  /** What was asked for. */
  private record Arguments(Path export, Keys keys, Optional<String> kept, Optional<Key> witness) {
    private static final Set<String> OPTIONS = Set.of("--key", "--checkpoint", "--witness");

    static Arguments of(List<String> args) throws IOException {
      Map<String, String> given = new TreeMap<>();
      List<Key> keys = new ArrayList<>();
      for (int at = 0; at < args.size(); at++) {
        String name = OPTIONS.contains(args.get(at)) ? args.get(at++) : "EXPORT";
        if (at == args.size()) {
          throw new Usage(USAGE);
        } else if (name.equals("--key")) {
          keys.add(key(name, args.get(at), Key.SIGNATURE));
        } else if (given.put(name, args.get(at)) != null) {
          throw new Usage(USAGE);
        }
      }
      if (!given.containsKey("EXPORT") || keys.isEmpty()) {
        throw new Usage(USAGE);
      }
      String note = given.get("--checkpoint");
      String witness = given.get("--witness");
      return new Arguments(
          Path.of(given.get("EXPORT")),
          Keys.of(keys),
          note == null ? Optional.empty() : Optional.of(read(Path.of(note))),
          witness == null
              ? Optional.empty()
              : Optional.of(key("--witness", witness, Key.COSIGNATURE)));
    }

    private static Key key(String option, String vkey, byte type) {
      try {
        return Key.parse(vkey, type);
      } catch (GeneralSecurityException | IllegalArgumentException unfit) {
        throw new Usage(option + ": " + unfit.getMessage());
      }
    }

    /** A note byte for byte as it was served: what mail changes in it is no fault of the ledger. */
    private static String read(Path file) throws IOException {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file)) {
        bytes = in.readNBytes(LONGEST_NOTE);
      }
      String note;
      try {
        note = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException unfit) {
        throw notAsServed("it is not UTF-8");
      }
      if (note.startsWith("\uFEFF")) {
        throw notAsServed("it begins with a byte order mark");
      } else if (note.indexOf('\r') >= 0) {
        throw notAsServed("its lines end in CR LF");
      }
      int blank = note.lastIndexOf("\n\n");
      String signatures = blank < 0 ? "" : note.substring(blank + 2);
      if (!signatures.startsWith("\u2014 ") || !signatures.endsWith("\n")) {
        throw notAsServed("it does not end in an empty line and signatures, a line each");
      }
      return note;
    }

    private static Usage notAsServed(String why) {
      return new Usage(
          "--checkpoint: not readable as it is: " + why + "; keep it as /checkpoint served it");
    }
  }

  // ---- keys and notes: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature

  /** A verifier key. */
  private record Key(String name, byte type, int id, PublicKey key) {
    static final byte SIGNATURE = 1;
    static final byte COSIGNATURE = 4;

    /** What stands before the 32 bytes of a key of Ed25519 in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static Key parse(String vkey, byte type) throws GeneralSecurityException {
      String[] parts = vkey.strip().split("\\+", 3);
      byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
      if (typed.length != 1 + HASH || typed[0] != type) {
        throw new IllegalArgumentException("not a verifier key of the type that is needed");
      }
      MessageDigest digest = sha256();
      digest.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
      int id = ByteBuffer.wrap(digest.digest(typed)).getInt();
      if (!parts[1].equals(HexFormat.of().toHexDigits(id))) {
        throw new IllegalArgumentException("the verifier key's id is not that of its key");
      }
      byte[] encoded = Arrays.copyOf(X509, X509.length + HASH);
      System.arraycopy(typed, 1, encoded, X509.length, HASH);
      KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
      return new Key(parts[0], type, id, ed25519.generatePublic(new X509EncodedKeySpec(encoded)));
    }

    boolean signed(String message, byte[] signature) {
      try {
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(message.getBytes(StandardCharsets.UTF_8));
        return ed25519.verify(signature);
      } catch (GeneralSecurityException unfit) {
        return false;
      }
    }
  }

  /** The keys of one ledger, whose name is its origin. */
  private record Keys(String origin, List<Key> keys) {

    static Keys of(List<Key> keys) {
      String origin = keys.get(0).name();
      if (!keys.stream().allMatch(key -> key.name().equals(origin))) {
        throw new Usage("--key: the keys are not all of one origin");
      }
      return new Keys(origin, keys);
    }

    boolean signed(Note note) {
      return keys.stream().anyMatch(key -> note.signedBy(key).isPresent());
    }
  }

  /** A text with signatures; worth nothing before a key that is trusted has signed it. */
  private record Note(String text, List<String> signatures) {
    static final int MOST = 64;

    static Note parse(String note) {
      int blank = note.lastIndexOf("\n\n");
      if (note.length() >= LONGEST_NOTE || blank < 0 || !note.endsWith("\n")) {
        throw new Fault("note: not a signed note");
      }
      List<String> signatures = note.substring(blank + 2).lines().limit(MOST + 1).toList();
      if (signatures.size() > MOST) {
        throw new Fault("note: more than %d signatures".formatted(MOST));
      }
      return new Note(note.substring(0, blank + 1), signatures);
    }

    /**
     * When the key signed, in seconds; 0 where its signatures do not tell; empty where it did not,
     * or one of its lines is false.
     */
    Optional<Long> signedBy(Key key) {
      List<Optional<Long>> own =
          signatures.stream()
              .map(line -> line.split(" ", -1))
              .filter(line -> line.length == 3 && line[0].equals("\u2014"))
              .filter(line -> line[1].equals(key.name()))
              .map(line -> ByteBuffer.wrap(decoded(line[2])))
              .filter(bytes -> bytes.remaining() >= Integer.BYTES && bytes.getInt() == key.id())
              .map(bytes -> verified(key, bytes))
              .toList();
      return own.isEmpty() || own.contains(Optional.<Long>empty()) ? Optional.empty() : own.get(0);
    }

    private Optional<Long> verified(Key key, ByteBuffer bytes) {
      boolean timed = key.type() == Key.COSIGNATURE;
      if (bytes.remaining() != (timed ? Long.BYTES : 0) + 2 * HASH) {
        return Optional.empty();
      }
      long time = timed ? bytes.getLong() : 0;
      byte[] signature = new byte[2 * HASH];
      bytes.get(signature);
      String message = timed ? "cosignature/v1\ntime %d\n%s".formatted(time, text) : text;
      return key.signed(message, signature) ? Optional.of(time) : Optional.empty();
    }
  }

  /** What the ledger committed to. */
  private record Checkpoint(Note note, long size, String root) {

    static Checkpoint parse(String what, String text, Keys keys) {
      Note note = Note.parse(text);
      List<String> lines = note.text().lines().toList();
      if (!keys.signed(note)) {
        throw new Fault("%s: not signed by the key %s".formatted(what, keys.origin()));
      }
      if (lines.size() < 3 || !lines.get(0).equals(keys.origin())) {
        throw new Fault("%s: not of the origin %s".formatted(what, keys.origin()));
      }
      if (!lines.get(1).matches("0|[1-9][0-9]{0,17}") || decoded(lines.get(2)).length != HASH) {
        throw new Fault(what + ": not a checkpoint");
      }
      return new Checkpoint(note, Long.parseLong(lines.get(1)), lines.get(2));
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException unfit) {
      return new byte[0];
    }
  }

  // ---- the tree: RFC 6962, 2.1

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every JDK has it
    }
  }

  /** A tree that grows at its right edge, of which only the full subtrees' roots are kept. */
  private static final class Tree {
    private final MessageDigest digest = sha256();
    private final byte[][] full = new byte[Long.SIZE][];
    private long size;

    long size() {
      return size;
    }

    /** Adds a leaf, by its hash, or a full subtree of {@code 2^height} leaves, by its root. */
    void append(int height, byte[] hash) {
      byte[] carried = hash;
      int at = height;
      for (; (size >>> at & 1) == 1; at++) {
        carried = node(full[at], carried);
      }
      full[at] = carried;
      size += 1L << height;
    }

    private byte[] node(byte[] left, byte[] right) {
      digest.update((byte) 1);
      digest.update(left);
      return digest.digest(right);
    }

    /** In base64, as notes have it. */
    String root() {
      byte[] root = size == 0 ? digest.digest() : new byte[0];
      for (int at = 0; at < Long.SIZE - 1; at++) {
        if ((size >>> at & 1) == 1) {
          root = root.length == 0 ? full[at] : node(full[at], root);
        }
      }
      return Base64.getEncoder().encodeToString(root);
    }
  }

  // ---- reading

  /** Lines of a file, one at a time; {@code bytes} holds the present one from start to end. */
  private static final class Lines {
    private static final int LONGEST = 32 * 1024 * 1024;
    private final InputStream in;
    private byte[] bytes = new byte[1 << 20];
    private int filled;
    private int start;
    private int end = -1;
    private long number;

    Lines(InputStream in) {
      this.in = in;
    }

    /** Moves on to the next line; false at the end of the file. */
    boolean next() throws IOException {
      start = end + 1;
      int at = start;
      while (true) {
        while (at < filled && bytes[at] != '\n') {
          at++;
        }
        if (at < filled) {
          end = at;
          number++;
          return true;
        }
        at -= start;
        if (!fill()) {
          if (filled > start) {
            throw new Fault("line %d: cut: the file ends within a line".formatted(number + 1));
          }
          return false;
        }
        at += start;
      }
    }

    private boolean fill() throws IOException {
      System.arraycopy(bytes, start, bytes, 0, filled - start);
      filled -= start;
      start = 0;
      if (filled == bytes.length) {
        if (filled >= LONGEST) {
          throw new Fault("line %d: format: too long a line".formatted(number + 1));
        }
        bytes = Arrays.copyOf(bytes, 2 * filled);
      }
      int read = in.read(bytes, filled, bytes.length - filled);
      filled += Math.max(0, read);
      return read > 0;
    }
  }

  /** Part of a line: what stands between the quotes of a text, or the bytes of an object. */
  private record Range(int from, int to) {}

  /** Reads JSON exactly as the ledger writes it: no other spelling of the same is let through. */
  private static final class Reader {
    private final Lines lines;
    private final byte[] bytes;
    private final int end;
    private int at;

    Reader(Lines lines) {
      this.lines = lines;
      this.bytes = lines.bytes;
      this.at = lines.start;
      this.end = lines.end;
    }

    Fault fault(String message) {
      return new Fault("line %d: format: %s".formatted(lines.number, message));
    }

    boolean has(byte[] text) {
      if (text.length > end - at
          || !Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
        return false;
      }
      at += text.length;
      return true;
    }

    boolean has(String text) {
      return has(text.getBytes(StandardCharsets.UTF_8));
    }

    void expect(byte[] text) {
      if (!has(text)) {
        String missing = new String(text, StandardCharsets.UTF_8);
        throw fault("%s was expected at byte %d of it".formatted(missing, at - lines.start));
      }
    }

    void expect(String text) {
      expect(text.getBytes(StandardCharsets.UTF_8));
    }

    void expectEnd() {
      if (at != end) {
        throw fault("there is more at byte %d of it".formatted(at - lines.start));
      }
    }

    /** A text, with its escapes. */
    Range text() {
      if (at >= end || bytes[at] != '"') {
        throw fault("a text was expected at byte %d of it".formatted(at - lines.start));
      }
      int from = ++at;
      while (at < end && bytes[at] != '"') {
        at += bytes[at] == '\\' ? 2 : 1;
      }
      if (at >= end) {
        throw fault("a text does not end");
      }
      return new Range(from, at++);
    }

    long number() {
      int from = at;
      long value = 0;
      while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 18) {
        value = 10 * value + bytes[at++] - '0';
      }
      if (at == from || (bytes[from] == '0' && at - from > 1)) {
        throw fault("a number was expected at byte %d of it".formatted(from - lines.start));
      }
      return value;
    }

    /** True where what follows is what a text says when its escapes are read. */
    boolean hasUnescaped(Range text) {
      int from = text.from();
      while (from < text.to()) {
        int read = bytes[from++];
        if (read == '\\') {
          char escaped = (char) bytes[from++];
          if (escaped == 'u') {
            read = control(from, text.to());
            from += 4;
          } else {
            read = unescaped(escaped);
          }
        }
        if (at >= end || bytes[at++] != (byte) read || read == '\n') {
          return false;
        }
      }
      return true;
    }

    private int unescaped(char escaped) {
      return switch (escaped) {
        case '"', '\\', '/' -> escaped;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        default -> throw fault("an escape that is none");
      };
    }

    /** Nothing but control characters is written so (RFC 8785). */
    private int control(int from, int to) {
      int read = from + 4 > to ? ' ' : hex(new String(bytes, from, 4, StandardCharsets.US_ASCII));
      if (read >= ' ') {
        throw fault("an escape that is none");
      }
      return read;
    }

    private int hex(String digits) {
      try {
        return HexFormat.fromHexDigits(digits);
      } catch (IllegalArgumentException none) {
        throw fault("an escape that is none");
      }
    }

    String string(Range text) {
      StringBuilder read = new StringBuilder();
      String raw = utf8(text);
      for (int from = 0; from < raw.length(); from++) {
        char next = raw.charAt(from);
        if (next == '\\' && from + 1 < raw.length()) {
          char escaped = raw.charAt(++from);
          if (escaped == 'u' && raw.length() - from > 4) {
            next = (char) hex(raw.substring(from + 1, from + 5));
            from += 4;
          } else {
            next = (char) unescaped(escaped);
          }
        }
        read.append(next);
      }
      return read.toString();
    }

    private String utf8(Range text) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, text.from(), text.to() - text.from()))
            .toString();
      } catch (CharacterCodingException unfit) {
        throw fault("not UTF-8");
      }
    }

    /** An object of texts. */
    Map<String, String> texts() {
      Map<String, String> texts = new TreeMap<>();
      expect("{");
      while (!has("}")) {
        if (!texts.isEmpty()) {
          expect(",");
        }
        String name = string(text());
        expect(":");
        if (texts.size() == 32 || texts.put(name, string(text())) != null) {
          throw fault("too many filters, or one of them twice");
        }
      }
      return texts;
    }
  }

  // ---- the entries

  /** Reads an entry's line, and hashes what stands in it. */
  private static final class EntryLine {
    private static final byte[][] LEAF =
        names(
            "{command content id leaf name ordinal position recordedAt recordedBy revision"
                + " subject version");
    private static final byte[][] CONTENT =
        names("{authority causation commandId correlation digest payload rationale sources");
    private static final byte[] HASH_MEMBER = bytes(",\"hash\":");
    private static final byte[] SALT = bytes(",\"salt\":");
    private static final byte[] CONTENT_MEMBER = bytes(",\"content\":");
    private static final byte[] PAYLOAD = bytes(",\"payload\":");
    private static final byte[] SOURCES = bytes(",\"sources\":");
    private static final byte[] NULL = bytes("null");
    private static final byte[] CLOSE = bytes("}");
    private static final byte[] COMMA = bytes(",");
    private static final byte[] OPEN = bytes("{");
    private final MessageDigest digest = sha256();
    private final byte[] salt = new byte[HASH];
    private final Range[] leaf = new Range[LEAF.length];
    private final Range[] content = new Range[CONTENT.length];
    private byte[] hash = new byte[0];
    private long position;
    private long version;
    private boolean erased;

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] names(String names) {
      return Arrays.stream(names.substring(1).split(" "))
          .map(name -> bytes("\"" + name + "\":"))
          .toArray(byte[][]::new);
    }

    Range name() {
      return leaf[4];
    }

    Range recordedAt() {
      return leaf[7];
    }

    Range recordedBy() {
      return leaf[8];
    }

    Range subject() {
      return leaf[10];
    }

    /** Reads what follows the leaf's name, to the end of the line. */
    void read(Reader in, long expected) {
      int from = in.at;
      readLeaf(in);
      if (position != expected) {
        throw new Fault(
            "line %d, position %d: order: position %d was expected"
                .formatted(in.lines.number, position, expected));
      }
      digest.update((byte) 0);
      digest.update(in.bytes, from, in.at - from);
      hash = digest.digest();
      in.expect(HASH_MEMBER);
      if (!isHex(in, in.text(), hash)) {
        throw fault(in, "leaf: its leaf is not the one that was sealed");
      }
      in.expect(SALT);
      erased = in.has(NULL);
      if (!erased) {
        readContent(in);
      }
      in.expect(CLOSE);
      in.expectEnd();
    }

    private Fault fault(Reader in, String what) {
      return new Fault("line %d, position %d: %s".formatted(in.lines.number, position, what));
    }

    private void readLeaf(Reader in) {
      in.expect(OPEN);
      for (int member = 0; member < LEAF.length; member++) {
        if (member > 0) {
          in.expect(COMMA);
        }
        in.expect(LEAF[member]);
        switch (member) {
          case 6 -> position = in.number();
          case 11 -> version = in.number();
          case 3, 5, 9 -> in.number();
          default -> leaf[member] = in.text();
        }
      }
      in.expect(CLOSE);
    }

    private void readContent(Reader in) {
      Range written = in.text();
      if (written.to() - written.from() != 2 * HASH) {
        throw in.fault("a salt has 64 hexadecimal digits");
      }
      for (int at = 0; at < HASH; at++) {
        salt[at] = (byte) (digit(in, written, 2 * at) << 4 | digit(in, written, 2 * at + 1));
      }
      in.expect(CONTENT_MEMBER);
      int from = in.at;
      readTexts(in);
      digest.update(salt);
      digest.update(in.bytes, from, in.at - from);
      if (!isHex(in, leaf[1], digest.digest())) {
        throw fault(in, "content: its content is not the one that was sealed");
      }
      in.expect(PAYLOAD);
      boolean same = in.hasUnescaped(content[5]);
      if (same) {
        in.expect(SOURCES);
        same = in.hasUnescaped(content[7]);
      }
      if (!same) {
        throw fault(in, "view: payload or sources do not read as the content does");
      }
    }

    private void readTexts(Reader in) {
      in.expect(OPEN);
      boolean first = true;
      for (int member = 0; member < CONTENT.length; member++) {
        boolean optional = member == 0 || member == 6;
        int before = in.at;
        if (!first) {
          in.expect(COMMA);
        }
        if (optional && !in.has(CONTENT[member])) {
          in.at = before;
          continue;
        }
        if (!optional) {
          in.expect(CONTENT[member]);
        }
        content[member] = in.text();
        first = false;
      }
      in.expect(CLOSE);
    }

    private static int digit(Reader in, Range text, int at) {
      int digit = Character.digit(in.bytes[text.from() + at], 16);
      if (digit < 0) {
        throw in.fault("a salt has 64 hexadecimal digits");
      }
      return digit;
    }

    private static final byte[] DIGITS = bytes("0123456789abcdef");

    private static boolean isHex(Reader in, Range text, byte[] hash) {
      if (text.to() - text.from() != 2 * HASH) {
        return false;
      }
      int differences = 0;
      for (int at = 0; at < HASH; at++) {
        differences |= in.bytes[text.from() + 2 * at] ^ DIGITS[hash[at] >> 4 & 15];
        differences |= in.bytes[text.from() + 2 * at + 1] ^ DIGITS[hash[at] & 15];
      }
      return differences == 0;
    }
  }

  // ---- the check

  /** Goes through an export once, from its first byte to its last. */
  private static final class Check {
    private static final Set<String> FILTERS =
        Set.of("subject", "name", "recordedBy", "from", "to", "source", "party", "official");
    private final Arguments asked;
    private final Lines lines;
    private final Tree tree = new Tree();
    private final EntryLine entry = new EntryLine();
    private final MessageDigest file = sha256();
    private final Optional<Checkpoint> kept;
    private Map<String, String> filters = Map.of();
    private long entries;
    private long erased;
    private long first;
    private long last;
    private boolean compared;
    private boolean gapBehind;

    Check(Arguments asked, Lines lines) {
      this.asked = asked;
      this.lines = lines;
      this.kept =
          asked.kept().map(note -> Checkpoint.parse("the kept checkpoint", note, asked.keys()));
    }

    String verdict() throws IOException {
      Checkpoint tip = head();
      Optional<Long> seen = asked.witness().map(witness -> cosigned(tip, witness));
      compare();
      boolean ended = false;
      while (!ended) {
        if (!lines.next()) {
          throw new Fault("line %d: cut: there is no last line".formatted(lines.number + 1));
        }
        Reader in = new Reader(lines);
        if (in.has(ENTRY)) {
          entry(in, tip);
        } else if (in.has(GAP)) {
          gap(in, tip);
        } else {
          in.expect(END);
          end(in, tip);
          ended = true;
        }
        hashLine();
      }
      if (lines.next()) {
        throw new Fault(
            "line %d: format: there is more behind the last line".formatted(lines.number));
      }
      return told(tip, seen);
    }

    private static final byte[] ENTRY = EntryLine.bytes("{\"leaf\":");
    private static final byte[] GAP = EntryLine.bytes("{\"gap\":{\"from\":");
    private static final byte[] END = EntryLine.bytes("{\"end\":{\"entries\":");

    private void hashLine() {
      file.update(lines.bytes, lines.start, lines.end + 1 - lines.start);
    }

    private Checkpoint head() throws IOException {
      if (!lines.next()) {
        throw new Fault("line 1: cut: the file is empty");
      }
      Reader in = new Reader(lines);
      in.expect("{\"export\":1,\"origin\":");
      String origin = in.string(in.text());
      in.expect(",\"size\":");
      long size = in.number();
      in.expect(",\"filters\":");
      filters = in.texts();
      in.expect(",\"since\":");
      in.number();
      in.expect(",\"checkpoint\":");
      String note = in.string(in.text());
      in.expect("}");
      in.expectEnd();
      hashLine();
      if (!origin.equals(asked.keys().origin())) {
        throw new Fault("line 1: origin: not of the origin " + asked.keys().origin());
      }
      if (!FILTERS.containsAll(filters.keySet())) {
        throw new Fault("line 1: filters: there is one that is not known");
      }
      Checkpoint tip = Checkpoint.parse("line 1: checkpoint", note, asked.keys());
      if (tip.size() != size) {
        throw new Fault("line 1: size: not that of the checkpoint");
      }
      return notOlder(tip);
    }

    private Checkpoint notOlder(Checkpoint tip) {
      long before = kept.map(Checkpoint::size).orElse(0L);
      if (tip.size() < before) {
        throw new Fault(
            "line 1: rolled back: the checkpoint is of %d entries, the one that was kept of %d"
                .formatted(tip.size(), before));
      }
      return tip;
    }

    private static long cosigned(Checkpoint tip, Key witness) {
      return tip.note()
          .signedBy(witness)
          .orElseThrow(() -> new Fault("line 1: checkpoint: not cosigned by " + witness.name()));
    }

    private void entry(Reader in, Checkpoint tip) {
      entry.read(in, tree.size() + 1);
      if (tree.size() >= tip.size()) {
        throw entry.fault(in, "size: it lies behind the checkpoint");
      }
      check(in);
      tree.append(0, entry.hash);
      compare();
      entries++;
      erased += entry.erased ? 1 : 0;
      first = first == 0 ? entry.position : first;
      last = entry.position;
    }

    private void check(Reader in) {
      boolean kept =
          filters.isEmpty()
              || (is(in, "subject", entry.subject())
                  && is(in, "name", entry.name())
                  && is(in, "recordedBy", entry.recordedBy())
                  && within(in));
      if (!kept) {
        throw entry.fault(in, "filter: the filters do not keep it");
      }
      boolean whole = Set.of("from", "to").containsAll(filters.keySet());
      if (whole && gapBehind && (entries > 0 || !filters.containsKey("from"))) {
        throw entry.fault(in, "missing: entries before it are left out");
      }
      if (filters.keySet().equals(Set.of("subject")) && entry.version != entries + 1) {
        throw entry.fault(
            in, "missing: version %d of its subject was expected".formatted(entries + 1));
      }
      gapBehind = false;
    }

    private boolean is(Reader in, String filter, Range value) {
      String wanted = filters.get(filter);
      return wanted == null || wanted.equals(in.string(value));
    }

    private boolean within(Reader in) {
      String from = filters.get("from");
      String to = filters.get("to");
      if (from == null && to == null) {
        return true;
      }
      try {
        Instant recorded = Instant.parse(in.string(entry.recordedAt()));
        return (from == null || !recorded.isBefore(Instant.parse(from)))
            && (to == null || recorded.isBefore(Instant.parse(to)));
      } catch (DateTimeException none) {
        return false;
      }
    }

    private void gap(Reader in, Checkpoint tip) {
      long from = in.number();
      in.expect(",\"to\":");
      long to = in.number();
      in.expect(",\"hashes\":[");
      if (from != tree.size() + 1 || to < from || to > tip.size()) {
        throw new Fault(
            "line %d: order: a gap from %d to %d, where position %d was expected"
                .formatted(lines.number, from, to, tree.size() + 1));
      }
      if (filters.isEmpty()) {
        throw new Fault(
            "line %d, position %d: missing: entries %d to %d are left out of an export of all"
                .formatted(lines.number, from, from, to));
      }
      gapBehind = true;
      while (tree.size() < to) {
        if (tree.size() >= from) {
          in.expect(",");
        }
        byte[] hash = decoded(in.string(in.text()));
        if (hash.length != HASH) {
          throw in.fault("a hash has 32 bytes");
        }
        long left = to - tree.size();
        int fits = Long.SIZE - 1 - Long.numberOfLeadingZeros(left);
        tree.append(Math.min(fits, Long.numberOfTrailingZeros(tree.size())), hash);
        compare();
      }
      in.expect("]}}");
      in.expectEnd();
    }

    /** Once the tree is as large as the checkpoint that was kept, it must be that one. */
    private void compare() {
      if (kept.isEmpty() || compared || tree.size() < kept.get().size()) {
        return;
      }
      long size = kept.get().size();
      if (tree.size() > size) {
        throw new Fault(
            "line %d: the kept checkpoint: it ends within a gap; export with since=%d"
                .formatted(lines.number, size));
      }
      if (!tree.root().equals(kept.get().root())) {
        throw new Fault(
            "line %d: forked: the first %d entries are not those of the checkpoint that was kept"
                .formatted(lines.number, size));
      }
      compared = true;
    }

    private void end(Reader in, Checkpoint tip) {
      if (tree.size() != tip.size()) {
        throw new Fault(
            "line %d, position %d: missing: it ends before the checkpoint of %d entries"
                .formatted(lines.number, tree.size() + 1, tip.size()));
      }
      if (gapBehind && entries > 0 && filters.keySet().equals(Set.of("from"))) {
        throw new Fault("line %d: missing: the last entries are left out".formatted(lines.number));
      }
      if (!tree.root().equals(tip.root())) {
        throw new Fault(
            "line %d: root: the entries, or the hashes of those left out, do not lead to the"
                    .formatted(lines.number)
                + " checkpoint: a leaf was made anew");
      }
      expectCounts(in);
      expectSignature(in);
      in.expect("}");
      in.expectEnd();
    }

    private void expectCounts(Reader in) {
      long[] counts = {entries, erased, first, last};
      String[] names = {"", ",\"erased\":", ",\"first\":", ",\"last\":"};
      for (int at = 0; at < counts.length; at++) {
        in.expect(names[at]);
        if (in.number() != counts[at]) {
          throw new Fault("line %d: counts: not those of the entries".formatted(lines.number));
        }
      }
    }

    private void expectSignature(Reader in) {
      in.expect("},\"sha256\":");
      String sha256 = HexFormat.of().formatHex(file.digest());
      if (!in.string(in.text()).equals(sha256)) {
        throw new Fault(
            "line %d: sha256: the lines before are not those written".formatted(lines.number));
      }
      in.expect(",\"note\":");
      Note note = Note.parse(in.string(in.text()));
      String text = "chancery-export/1\nof %s\n%s\n".formatted(asked.keys().origin(), sha256);
      if (!note.text().equals(text) || !asked.keys().signed(note)) {
        throw new Fault(
            "line %d: signature: the export is not signed by the key".formatted(lines.number));
      }
    }

    private String told(Checkpoint tip, Optional<Long> seen) {
      StringBuilder told = new StringBuilder("VERIFIED: ");
      told.append(entries).append(" of ").append(tip.size()).append(" entries of ");
      told.append(asked.keys().origin());
      told.append(filters.isEmpty() ? ", none left out" : ", filtered by " + toldFilters());
      told.append(erased > 0 ? ", of " + erased + " the content is erased" : "");
      kept.ifPresent(
          before -> told.append(", beginning with the ").append(before.size()).append(" kept"));
      seen.ifPresent(time -> told.append(", seen by the witness at " + instant(time)));
      return told.toString();
    }

    private String toldFilters() {
      return filters.entrySet().stream()
          .map(filter -> "%s=\"%s\"".formatted(filter.getKey(), harmless(filter.getValue())))
          .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Else a filter could put a verdict of its own on the terminal. */
    private static String harmless(String text) {
      StringBuilder shown = new StringBuilder();
      text.codePoints()
          .limit(LONGEST_SHOWN)
          .forEach(
              point -> {
                if (point == '"' || point == '\\' || !isPrintable(point)) {
                  shown.append("\\u{%x}".formatted(point));
                } else {
                  shown.appendCodePoint(point);
                }
              });
      boolean whole = text.codePointCount(0, text.length()) <= LONGEST_SHOWN;
      return whole ? shown.toString() : shown + "...";
    }

    /** Letters, marks, digits and the like; neither controls nor what turns the line round. */
    private static boolean isPrintable(int point) {
      return switch (Character.getType(point)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            false;
        default -> true;
      };
    }

    private static String instant(long second) {
      try {
        return Instant.ofEpochSecond(second).toString();
      } catch (DateTimeException beyond) {
        return "second " + second;
      }
    }
  }
}
