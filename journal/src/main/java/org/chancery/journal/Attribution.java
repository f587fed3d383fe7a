package org.chancery.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who made an entry and on what ground. Travels as message metadata, text only (Axon's JSON gives
 * nothing else back), and stands in columns of its own.
 *
 * @param commandId the command that the entry answers; executed once, ever, for its principal
 * @param command the command's name, such as {@code ScheduleMeeting}
 * @param digest SHA-256 (hex) of the command's content
 * @param recordedBy the principal who sent it
 * @param authority on whose authority
 * @param rationale why
 * @param sources the sources as a JSON array
 * @param correlation what larger undertaking it belongs to
 * @param causation what brought it about
 */
public record Attribution(
    String commandId,
    String command,
    String digest,
    String recordedBy,
    @Nullable String authority,
    @Nullable String rationale,
    String sources,
    String correlation,
    String causation) {
  /** The keys under which it travels. */
  public static final Set<String> KEYS =
      Set.of(
          "commandId",
          "command",
          "digest",
          "recordedBy",
          "authority",
          "rationale",
          "sources",
          "correlation",
          "causation",
          Attribution.IF_MATCH);

  /** The key under which a command may say which version of its subject it was made for. */
  public static final String IF_MATCH = "ifMatch";

  private static final JsonMapper JSON = LedgerJson.mapper();

  /** The sources, read. */
  public List<Source> documents() {
    return List.of(JSON.readValue(sources, Source[].class));
  }

  /** By what the command is known again. */
  public CommandKey key() {
    return new CommandKey(recordedBy, commandId);
  }

  public Map<String, String> asMetaData() {
    Map<String, String> metaData = new HashMap<>();
    metaData.put("commandId", commandId);
    metaData.put("command", command);
    metaData.put("digest", digest);
    metaData.put("recordedBy", recordedBy);
    if (authority != null) {
      metaData.put("authority", authority);
    }
    if (rationale != null) {
      metaData.put("rationale", rationale);
    }
    metaData.put("sources", sources);
    metaData.put("correlation", correlation);
    metaData.put("causation", causation);
    return metaData;
  }

  public static Attribution of(MetaData metaData) {
    return new Attribution(
        required(metaData, "commandId"),
        required(metaData, "command"),
        required(metaData, "digest"),
        required(metaData, "recordedBy"),
        (String) metaData.get("authority"),
        (String) metaData.get("rationale"),
        required(metaData, "sources"),
        required(metaData, "correlation"),
        required(metaData, "causation"));
  }

  private static String required(MetaData metaData, String key) {
    if (metaData.get(key) instanceof String value) {
      return value;
    }
    throw new IllegalStateException("no entry without its " + key);
  }
}
