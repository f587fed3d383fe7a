package org.chancery.query.export;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.export.Concerning;
import org.chancery.journal.export.Export;
import org.chancery.journal.export.Wanted;
import org.chancery.journal.seal.Issued;
import org.chancery.journal.seal.LogKeys;
import org.chancery.journal.seal.Seal;
import org.chancery.query.Asking;
import org.chancery.query.Filter;
import org.chancery.query.asof.Facet;
import org.chancery.query.entry.Addresses;
import org.chancery.query.party.PartyNames;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Exports what is asked for, up to the newest checkpoint. */
@Component
public class Exports {
  private static final List<String> NAMES = EventNames.all().stream().map(EventName::name).toList();

  private final Journal journal;
  private final Seal seal;
  private final Concerning concerning;
  private final ObjectProvider<LogKeys> keys;
  private final Addresses addresses;
  private final PartyNames parties;

  Exports(
      JournalParts parts,
      Seal seal,
      ObjectProvider<LogKeys> keys,
      Addresses addresses,
      PartyNames parties) {
    this.journal = parts.journal();
    this.seal = seal;
    this.concerning = new Concerning(parts.beside().source());
    this.keys = keys;
    this.addresses = addresses;
    this.parties = parties;
  }

  /**
   * An export that can be written.
   *
   * @param issued the checkpoint up to which it goes
   */
  public record Ready(Export export, Wanted wanted, Issued issued) {}

  /** Makes an export ready; a problem where it cannot be made. */
  public Ready of(ExportParameters asked) {
    journal.refreshedHead();
    LogKeys known = keys.getIfAvailable();
    if (known == null) {
      throw new ProblemException(Problem.of(404, "NOT_FOUND", "the journal is not sealed here"));
    }
    Issued issued =
        seal.latest()
            .orElseThrow(
                () -> new ProblemException(Problem.of(503, "NOT_YET", "nothing is sealed yet")));
    return new Ready(new Export(journal, seal, known), wanted(asked, issued.size()), issued);
  }

  private Wanted wanted(ExportParameters asked, long size) {
    Facet named = Filter.choice("name", asked.name(), NAMES).asked();
    String subject = asked.subject() == null ? null : addresses.subject(asked.subject());
    Instant from = instant(asked.from());
    Instant to = instant(asked.to());
    String name = named == null ? null : named.value().toLowerCase(Locale.ROOT);
    String party = parties.idOf(asked.party());
    SortedMap<String, String> told = new TreeMap<>();
    tell(told, "subject", subject);
    tell(told, "party", party);
    tell(told, "official", asked.official());
    tell(told, "name", name);
    tell(told, "recordedBy", asked.recordedBy());
    tell(told, "source", asked.source());
    tell(told, "from", from);
    tell(told, "to", to);
    return new Wanted(
        told,
        new EntryFilter(subject, name, asked.recordedBy(), asked.source(), from, to),
        among(size, party, asked.official()),
        since(asked.since(), size));
  }

  private @Nullable BitSet among(long size, @Nullable String party, @Nullable String official) {
    List<String> ids = Stream.of(party, official).filter(Objects::nonNull).toList();
    return ids.isEmpty() ? null : concerning.positions(ids, size);
  }

  private static long since(@Nullable Long since, long size) {
    if (since != null && (since < 0 || since > size)) {
      throw new ProblemException(
          Problem.of(422, "INVALID_TREE_SIZE", "since is 0 to the newest size, " + size));
    }
    return since == null ? 0 : since;
  }

  private static void tell(SortedMap<String, String> told, String name, @Nullable Object value) {
    if (value != null) {
      told.put(name, value.toString());
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Asking.instantIn(text);
  }
}
