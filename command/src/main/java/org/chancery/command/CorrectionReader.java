package org.chancery.command;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.chancery.command.decision.DecisionModel;
import org.chancery.journal.CommandKey;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.concept.Concept;
import org.chancery.shared.entry.EntryCommand;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.PreferAccount;
import org.chancery.shared.entry.EntryCommand.RecordAccount;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what is to become of an entry. Fields left out are as they were, so a correction can be
 * read only together with the entry that it names: by position, or by the key under which the
 * caller had it made.
 */
public final class CorrectionReader {
  private static final Logger log = LoggerFactory.getLogger(CorrectionReader.class);

  private static final String BECAUSE = "because";
  private static final int UNPROCESSABLE = 422;

  private final Journal journal;
  private final EventStorageEngine engine;

  public CorrectionReader(Journal journal, EventStorageEngine engine) {
    this.journal = journal;
    this.engine = engine;
  }

  /** Binds a body to the record of a command; null where that found faults. */
  interface Binding {
    @Nullable LedgerCommand bind(ObjectNode body, Class<? extends LedgerCommand> type);
  }

  /** True of a command that names an entry: what becomes of one, or one as a cause. */
  public static boolean reads(String name, ObjectNode body) {
    return amends(name) || body.path(BECAUSE).isObject();
  }

  /** True of what becomes of an entry. */
  static boolean amends(String name) {
    return CommandNames.find(name).filter(EntryCommand.class::isAssignableFrom).isPresent();
  }

  /**
   * A command that was read.
   *
   * @param changed of a correction each place that it changes, of an account where it differs
   */
  record Read(LedgerCommand command, List<CorrectedPlace> changed) {}

  /** The command, or null where it has faults. Fails as UNKNOWN_ENTRY where there is none. */
  @Nullable Read read(
      String name,
      ObjectNode body,
      @Nullable String principal,
      JsonMapper mapper,
      Binding binding,
      Violations faults) {
    Entry entry = find("entry", body.remove("entry"), principal);
    Read read =
        switch (name) {
          case "RetractEntry" -> new Read(retraction(entry, body, faults), List.of());
          case "PreferAccount" -> new Read(preference(entry, body, principal, faults), List.of());
          case "RecordAccount" -> account(entry, body, mapper, binding, faults);
          default -> correction(entry, body, mapper, binding, faults);
        };
    return faults.count() > 0 ? null : read;
  }

  private static RetractEntry retraction(Entry entry, ObjectNode body, Violations faults) {
    String reason = reason(body.remove("reason"), faults);
    requireNoOthers(body, faults);
    return new RetractEntry(entry.subject(), entry.position(), version(entry), reason);
  }

  private PreferAccount preference(
      Entry entry, ObjectNode body, @Nullable String principal, Violations faults) {
    String reason = reason(body.remove("reason"), faults);
    Entry account = find("account", body.remove("account"), principal);
    requireNoOthers(body, faults);
    if (!account.subject().equals(entry.subject())) {
      throw new ProblemException(
          Problem.of(
                  RefusalCode.NO_SUCH_ACCOUNT,
                  "/account: entry %d is of %s".formatted(account.position(), account.subject()))
              .naming(List.of(entry.position(), account.position())));
    }
    return new PreferAccount(
        entry.subject(),
        entry.position(),
        version(entry),
        account.position(),
        version(account),
        reason);
  }

  private static long version(Entry entry) {
    return entry.version() - 1;
  }

  private static void requireNoOthers(ObjectNode body, Violations faults) {
    body.propertyNames()
        .forEach(
            field -> faults.add(RefusalCode.INVALID_FIELDS, "/" + field, "there is no such field"));
  }

  private @Nullable Read correction(
      Entry entry, ObjectNode body, JsonMapper mapper, Binding binding, Violations faults) {
    String reason = reason(body.remove("reason"), faults);
    LedgerCommand before = before(entry);
    ObjectNode stood = mapper.valueToTree(before);
    ObjectNode restated = restated(stood.deepCopy(), fields(body, faults), mapper, faults);
    LedgerCommand as = ofSubject(entry, binding.bind(restated, before.getClass()), faults);
    return as == null
        ? null
        : new Read(
            new CorrectEntry(entry.subject(), entry.position(), version(entry), as, reason),
            CorrectedPlace.between(stood, mapper.valueToTree(as)));
  }

  /** Another source may tell of the same fact by another command: what was ended was suspended. */
  private @Nullable Read account(
      Entry entry, ObjectNode body, JsonMapper mapper, Binding binding, Violations faults) {
    LedgerCommand before = before(entry);
    ObjectNode fields = fields(body, faults);
    Class<? extends LedgerCommand> type = type(fields.remove("command"), before, faults);
    ObjectNode stood = mapper.valueToTree(before);
    Set<String> known =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    ObjectNode restated = restated(stood.deepCopy().retain(known), fields, mapper, faults);
    LedgerCommand as = ofSubject(entry, binding.bind(restated, type), faults);
    return as == null
        ? null
        : new Read(
            new RecordAccount(entry.subject(), entry.position(), version(entry), as),
            CorrectedPlace.between(stood, mapper.valueToTree(as)));
  }

  private static Class<? extends LedgerCommand> type(
      @Nullable JsonNode named, LedgerCommand before, Violations faults) {
    if (named == null) {
      return before.getClass();
    }
    Class<? extends LedgerCommand> type = CommandNames.find(named.asString("")).orElse(null);
    if (type != null && Concept.of(type).equals(Concept.of(before.getClass()))) {
      return type;
    }
    faults.add(
        RefusalCode.INVALID_FIELDS,
        "/as/command",
        "must be a command on the same concept as %s".formatted(before.getClass().getSimpleName()));
    return before.getClass();
  }

  private static @Nullable LedgerCommand ofSubject(
      Entry entry, @Nullable LedgerCommand as, Violations faults) {
    if (as != null && !as.subject().equals(entry.subject())) {
      faults.add(
          RefusalCode.INVALID_FIELDS,
          "/" + as.getClass().getRecordComponents()[0].getName(),
          "an entry stays with its subject: retract it and record it anew");
      return null;
    }
    if (as instanceof Caused caused
        && caused.because() != null
        && caused.because().entry() == entry.position()) {
      faults.add(
          RefusalCode.INVALID_FIELDS, "/because/entry", "an entry is not the cause of itself");
    }
    return as;
  }

  /** Fields that are given stand in the place of those before; paths change single items. */
  private static ObjectNode restated(
      ObjectNode restated, ObjectNode fields, JsonMapper mapper, Violations faults) {
    Items items = new Items(restated, party -> id(party, mapper), faults);
    for (String field : fields.propertyNames()) {
      if (!Items.isPath(field)) {
        restated.set(field, fields.get(field));
      } else if (fields.has(field.split("/", 3)[1])) {
        faults.add(RefusalCode.INVALID_FIELDS, field, "the whole of it is given too");
      } else {
        items.change(field, fields.get(field));
      }
    }
    items.make();
    return restated;
  }

  private static String id(String party, JsonMapper mapper) {
    try {
      return mapper.convertValue(party, PartyId.class).value();
    } catch (JacksonException none) {
      return party;
    }
  }

  /** Fields stand beside the reason; under "as" where one of them is itself called so. */
  private static ObjectNode fields(ObjectNode body, Violations faults) {
    JsonNode as = body.remove("as");
    if (as instanceof ObjectNode more) {
      body.setAll(more);
    } else if (as != null) {
      faults.add(RefusalCode.INVALID_FIELDS, "/as", "must be an object");
    }
    return body;
  }

  private static String reason(@Nullable JsonNode given, Violations faults) {
    try {
      return Require.reason(given == null || !given.isString() ? null : given.asString());
    } catch (InvalidValue invalid) {
      faults.add(invalid.code(), "/reason", invalid.reason());
      return "";
    }
  }

  private Entry find(String field, @Nullable JsonNode named, @Nullable String principal) {
    if (named == null || !(named.isIntegralNumber() || named.isString())) {
      throw new ProblemException(
          Problem.of(
              RefusalCode.INVALID_FIELDS,
              "/%s: names an entry by its position, or by the key of its command"
                  .formatted(field)));
    }
    if (named.isIntegralNumber() && !named.canConvertToLong()) {
      throw new ProblemException(
          Problem.of(
              RefusalCode.INVALID_FIELDS, "/%s: no position is that large".formatted(field)));
    }
    Optional<Entry> found =
        named.isString() && principal != null
            ? ofCommand(principal, named.asString())
            : journal.at(named.longValue());
    return found.orElseThrow(
        () ->
            new ProblemException(
                Problem.of(
                    RefusalCode.UNKNOWN_ENTRY,
                    "there is no entry " + InvalidValue.excerpt(named.toString()))));
  }

  /** The key under which the caller had a cause entered gives way to its position. */
  void nameCause(ObjectNode body, @Nullable String principal) {
    if (body.path(BECAUSE) instanceof ObjectNode because
        && because.path("entry").isString()
        && principal != null) {
      String key = because.path("entry").asString();
      Entry entry = ofCommand(principal, key).orElseThrow(() -> noCause(key));
      because.put("entry", entry.position());
    }
  }

  private static ProblemException noCause(String key) {
    String why = "there is no entry under the key '%s'".formatted(InvalidValue.excerpt(key));
    return new ProblemException(
        Problem.of(RefusalCode.UNKNOWN_ENTRY, why)
            .at(UNPROCESSABLE)
            .with(List.of(new Fault("/because/entry", why))));
  }

  /** What is no key is not asked for: PostgreSQL would not even compare with it. */
  Optional<Entry> ofCommand(String principal, String key) {
    return CommandReader.isKey(key)
        ? journal.ofCommand(new CommandKey(principal, key)).stream().findFirst()
        : Optional.empty();
  }

  private LedgerCommand before(Entry entry) {
    try (var stream =
        engine.readEvents(entry.subject().toString(), entry.version() - 1).asStream()) {
      LedgerEvent event = (LedgerEvent) stream.findFirst().orElseThrow().getPayload();
      return switch (event) {
        case EntryCorrected corrected -> corrected.as().command();
        case AccountRecorded account -> account.as().command();
        case EntryRetracted _, AccountPreferred _ ->
            throw refused(entry, DecisionModel.NOT_CORRECTED);
        case LedgerEvent other -> other.command();
      };
    } catch (SerializationException illegible) {
      log.warn("entry {} cannot be read", entry.position(), illegible);
      throw refused(entry, "/entry: this version of the ledger cannot read the entry");
    }
  }

  private static ProblemException refused(Entry entry, String why) {
    return new ProblemException(
        Problem.of(RefusalCode.INVALID_FIELDS, why).naming(List.of(entry.position())));
  }
}
