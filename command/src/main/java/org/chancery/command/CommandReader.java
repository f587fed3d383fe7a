package org.chancery.command;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.command.CorrectionReader.Read;
import org.chancery.command.Submission.Reading;
import org.chancery.command.reference.Directory;
import org.chancery.command.reference.Tail;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Sha256;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.provenance.Provenance;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads commands from JSON, straight into their records. */
public final class CommandReader {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** Of this many bytes, and a reader may ignore it (RFC 8259). */
  private static final int BYTE_ORDER_MARK = 3;

  private final JsonMapper mapper;
  private final @Nullable CorrectionReader corrections;
  private final @Nullable Tail tail;

  /** Reads what needs no ledger, so no corrections. */
  public CommandReader(Directory directory) {
    this(directory, null, null);
  }

  CommandReader(Directory directory, @Nullable CorrectionReader corrections, @Nullable Tail tail) {
    this.corrections = corrections;
    this.tail = tail;
    SimpleModule names = new SimpleModule();
    names.addDeserializer(PartyId.class, new PartyNameDeserializer(directory));
    this.mapper =
        LedgerJson.builder()
            .addModule(names)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, CommandReader::onlyFromText)
            .build();
  }

  private static void onlyFromText(MutableCoercionConfig texts) {
    texts
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** What a request says of a command beside its content. */
  public record Envelope(
      String principal,
      @Nullable String key,
      @Nullable IfMatch ifMatch,
      @Nullable String correlation) {}

  /**
   * Parses a body; 400 where it is not a JSON object in UTF-8 (RFC 8259). Jackson's own decoder
   * takes overlong forms and halves of surrogate pairs for characters.
   */
  public ObjectNode parse(byte[] body) {
    try {
      int from = requireUtf8(body).startsWith("\uFEFF") ? BYTE_ORDER_MARK : 0;
      if (mapper.readTree(body, from, body.length - from) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException unreadable) {
      throw new ProblemException(Problem.of(RequestCode.UNREADABLE, fault(unreadable)));
    }
    throw new ProblemException(
        Problem.of(RequestCode.UNREADABLE, "the body must be a JSON object"));
  }

  /** Jackson's own words name its classes and settings. */
  private static String fault(JacksonException unreadable) {
    String told =
        unreadable instanceof StreamConstraintsException
            ? "the JSON is nested too deeply, or has too long a number, name or text"
            : "not JSON";
    TokenStreamLocation at = unreadable.getLocation();
    return at == null
        ? told
        : "%s, at line %d, column %d".formatted(told, at.getLineNr(), at.getColumnNr());
  }

  /** No JSON holds a NUL. */
  private static String requireUtf8(byte[] body) {
    try {
      String text = Utf8.decode(body);
      if (text.indexOf('\0') >= 0) {
        throw new ProblemException(Problem.of(RequestCode.UNREADABLE, "not JSON in UTF-8: a NUL"));
      }
      return text;
    } catch (Utf8.Malformed malformed) {
      throw new ProblemException(Problem.of(RequestCode.UNREADABLE, malformed.getMessage()));
    }
  }

  /**
   * A command with what it rests on.
   *
   * @param changed what a correction changes of what stood
   */
  public record Statement(
      LedgerCommand command, Provenance provenance, List<CorrectedPlace> changed) {}

  /**
   * Reads a command with its provenance; fails with every fault at once, and never for what is on
   * record and another process has recorded.
   */
  public Submission read(String name, ObjectNode body, Envelope envelope) {
    String key = key(envelope.key());
    if (tail == null || !tail.isShared()) {
      return read(name, body, envelope, key);
    }
    ObjectNode kept = body.deepCopy();
    try {
      return readAgain(name, kept, envelope, key, tail);
    } catch (ProblemException refused) {
      tail.catchUp();
      return readAgain(name, kept, envelope, key, tail);
    }
  }

  private Submission read(String name, ObjectNode body, Envelope envelope, String key) {
    Statement statement = read(name, body, new Caller(envelope.principal(), envelope.key()));
    return submission(statement, key, envelope);
  }

  /** Reads it in such a way that it can be read again: its subject's id stays what it is. */
  private Submission readAgain(
      String name, ObjectNode kept, Envelope envelope, String key, Tail following) {
    long learnt = following.learnt();
    Submission read = read(name, kept.deepCopy(), envelope, key);
    if (!CorrectionReader.amends(name)) {
      CreationCommands.nameSubject(type(name), kept, () -> read.command().subject().id());
    }
    return read.read(new Reading(learnt, () -> readAgain(name, kept, envelope, key, following)));
  }

  /** Reads a command with its provenance, an id left out following from the key alone. */
  public Statement read(String name, ObjectNode body, String key) {
    return read(name, body, new Caller(null, key));
  }

  /**
   * Who names things by keys of their own.
   *
   * @param principal null where the command is read for a ledger that will know
   */
  record Caller(@Nullable String principal, @Nullable String key) {}

  private Statement read(String name, ObjectNode body, Caller caller) {
    Violations faults = new Violations();
    new TextFaults(faults).find(body, "");
    JsonNode provided = provenance(body);
    Read read = bind(name, body, caller, faults);
    Provenance provenance = bind(provided, Provenance.class, "/provenance", faults);
    if (read == null || provenance == null || faults.count() > 0) {
      throw new ProblemException(faults.problem());
    }
    return new Statement(read.command(), provenance, read.changed());
  }

  /** A command that names an entry and waits to be read by its ledger. */
  public Statement unread(String name, ObjectNode body) {
    Violations faults = new Violations();
    new TextFaults(faults).find(body, "");
    Provenance provenance = bind(provenance(body), Provenance.class, "/provenance", faults);
    if (provenance == null || faults.count() > 0) {
      throw new ProblemException(faults.problem());
    }
    return new Statement(new UnreadCorrection(name, body), provenance, List.of());
  }

  /** Reads it, now that its ledger holds all that was handed in before. */
  public LedgerCommand correction(UnreadCorrection unread, String principal) {
    Violations faults = new Violations();
    Caller caller = new Caller(principal, null);
    Read read = bind(unread.name(), unread.body().deepCopy(), caller, faults);
    if (read == null) {
      throw new ProblemException(faults.problem());
    }
    return read.command();
  }

  private static JsonNode provenance(ObjectNode body) {
    JsonNode stated = body.remove("provenance");
    return stated == null || stated.isNull() ? body.objectNode() : stated;
  }

  private @Nullable Read bind(String name, ObjectNode body, Caller caller, Violations faults) {
    if (corrections != null && CorrectionReader.amends(name)) {
      return corrections.read(
          name,
          body,
          caller.principal(),
          mapper,
          (as, type) -> command(as, type, caller, faults),
          faults);
    }
    Class<? extends LedgerCommand> type = type(name);
    CreationCommands.nameSubject(type, body, () -> newId(caller));
    LedgerCommand command = command(body, type, caller, faults);
    return command == null ? null : new Read(command, List.of());
  }

  /** One party alone may stand where those are named who did something. */
  private @Nullable LedgerCommand command(
      ObjectNode body, Class<? extends LedgerCommand> type, Caller caller, Violations faults) {
    if (Caused.class.isAssignableFrom(type)) {
      if (body.path("by").isString()) {
        body.set("by", body.arrayNode().add(body.get("by")));
      }
      if (corrections != null) {
        corrections.nameCause(body, caller.principal());
      }
    }
    return bind(body, type, "", faults);
  }

  /** What a key named before it names still: ids once followed from the key alone. */
  private String newId(Caller caller) {
    String key = caller.key();
    if (key == null || caller.principal() == null) {
      return CreationCommands.idFor(key);
    }
    Optional<Entry> before =
        corrections == null ? Optional.empty() : corrections.ofCommand(caller.principal(), key);
    return before
        .map(entry -> entry.subject().id())
        .orElseGet(() -> CreationCommands.idFor(caller.principal() + " " + key));
  }

  /** A submission of a command that is read already. */
  public Submission submission(
      LedgerCommand command, Provenance provenance, String key, Envelope envelope) {
    return submission(new Statement(command, provenance, List.of()), key, envelope);
  }

  private Submission submission(Statement statement, String key, Envelope envelope) {
    LedgerCommand command = statement.command();
    Provenance provenance = statement.provenance();
    String correlation = envelope.correlation() == null ? key : key(envelope.correlation());
    Attribution attribution =
        new Attribution(
            key,
            command.getClass().getSimpleName(),
            digest(command, provenance),
            envelope.principal(),
            provenance.authority(),
            provenance.rationale(),
            mapper.writeValueAsString(provenance.sources()),
            correlation,
            key);
    return new Submission(
        command,
        attribution,
        envelope.ifMatch(),
        envelope.key() != null,
        statement.changed(),
        null);
  }

  private static Class<? extends LedgerCommand> type(String name) {
    return CommandNames.find(name)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        RequestCode.UNKNOWN_COMMAND,
                        "there is no command '%s'".formatted(InvalidValue.excerpt(name)))));
  }

  /** True of what may be a command's key. */
  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  private static String key(@Nullable String given) {
    if (given == null) {
      return UUID.randomUUID().toString();
    }
    if (!isKey(given)) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_ID, "a key is 1 to 128 printable ASCII characters"));
    }
    return given;
  }

  private <T> @Nullable T bind(JsonNode node, Class<T> type, String pointer, Violations faults) {
    try {
      return mapper.treeToValue(node, type);
    } catch (JacksonException failure) {
      new Validator(mapper, faults).search(node, type, pointer);
      return null;
    }
  }

  private String digest(LedgerCommand command, Provenance provenance) {
    MessageDigest sha = Sha256.digest();
    sha.update(mapper.writeValueAsBytes(command));
    return HexFormat.of().formatHex(sha.digest(mapper.writeValueAsBytes(provenance)));
  }

  /**
   * Reads a party by its id or one of its codes, so that "RU" and "russia" are one from there on.
   */
  private static final class PartyNameDeserializer extends StdDeserializer<PartyId> {
    private final transient Directory directory;

    PartyNameDeserializer(Directory directory) {
      super(PartyId.class);
      this.directory = directory;
    }

    @Override
    public @Nullable PartyId deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return (PartyId) context.handleUnexpectedToken(PartyId.class, parser);
      }
      String text = parser.getString();
      try {
        return new PartyId(directory.partyNamed(text));
      } catch (InvalidValue invalid) {
        return (PartyId) context.handleInstantiationProblem(PartyId.class, text, invalid);
      }
    }
  }
}
