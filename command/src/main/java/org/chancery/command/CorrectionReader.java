package org.chancery.command;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.chancery.command.decision.DecisionModel;
import org.chancery.journal.CommandKey;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RetractEntry;
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
 * Reads what corrects or retracts an entry. Fields left out are as they were, so a correction can
 * be read only together with the entry that it names: by position, or by the key under which the
 * caller had it made.
 */
public final class CorrectionReader {
  private static final Logger log = LoggerFactory.getLogger(CorrectionReader.class);

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

  /** True for commands that name an entry. */
  public static boolean reads(String name) {
    return name.equals(CorrectEntry.class.getSimpleName())
        || name.equals(RetractEntry.class.getSimpleName());
  }

  /**
   * A command that was read.
   *
   * @param changed what a correction changes
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
    Entry entry = find(body.remove("entry"), principal);
    String reason = reason(body.remove("reason"), faults);
    if (name.equals(RetractEntry.class.getSimpleName())) {
      body.propertyNames()
          .forEach(
              field ->
                  faults.add(RefusalCode.INVALID_FIELDS, "/" + field, "there is no such field"));
      return faults.count() > 0
          ? null
          : new Read(
              new RetractEntry(entry.subject(), entry.position(), entry.version() - 1, reason),
              List.of());
    }
    LedgerCommand before = before(entry);
    ObjectNode stood = mapper.valueToTree(before);
    ObjectNode restated = restated(stood, fields(body, faults), mapper, faults);
    LedgerCommand as = binding.bind(restated, before.getClass());
    if (as != null && !as.subject().equals(entry.subject())) {
      faults.add(
          RefusalCode.INVALID_FIELDS,
          "/" + as.getClass().getRecordComponents()[0].getName(),
          "an entry stays with its subject: retract it and record it anew");
    }
    if (as == null || faults.count() > 0) {
      return null;
    }
    return new Read(
        new CorrectEntry(entry.subject(), entry.position(), entry.version() - 1, as, reason),
        CorrectedPlace.between(stood, mapper.valueToTree(as)));
  }

  /** Fields that are given stand in the place of those before; paths change single items. */
  private static ObjectNode restated(
      ObjectNode stood, ObjectNode fields, JsonMapper mapper, Violations faults) {
    ObjectNode restated = stood.deepCopy();
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

  private Entry find(@Nullable JsonNode named, @Nullable String principal) {
    if (named == null || !(named.isIntegralNumber() || named.isString())) {
      throw new ProblemException(
          Problem.of(
              RefusalCode.INVALID_FIELDS,
              "/entry: names an entry by its position, or by the key of its command"));
    }
    if (named.isIntegralNumber() && !named.canConvertToLong()) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_FIELDS, "/entry: no position is that large"));
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
        case EntryRetracted _ -> throw refused(entry, DecisionModel.NOT_CORRECTED);
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
