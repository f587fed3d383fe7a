package org.chancery.query.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.chancery.journal.Concerning;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.Parameters;
import org.chancery.query.entry.Addresses;
import org.chancery.query.entry.EntryWords;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.seal.export.Wanted;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells which entries an export is to hold. It is signed and taken away, so unlike a list it is
 * refused where it asks for something of which there is nothing: an empty one would look as if the
 * ledger had nothing to say.
 */
@Component
final class WantedEntries {
  private static final List<String> NAMES = EventNames.all().stream().map(EventName::name).toList();

  private final Journal journal;
  private final Concerning concerning;
  private final Addresses addresses;
  private final EntryWords words;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final AsOfResolver resolver;

  WantedEntries(
      JournalParts parts,
      Addresses addresses,
      EntryWords words,
      PartyNames parties,
      OfficialNames officials,
      AsOfResolver resolver) {
    this.journal = parts.journal();
    this.concerning = new Concerning(parts);
    this.addresses = addresses;
    this.words = words;
    this.parties = parties;
    this.officials = officials;
    this.resolver = resolver;
  }

  /** Those asked for in a tree of a size; parties go by the names known then. */
  Wanted of(ExportParameters asked, long size) {
    requireSaid(asked);
    AsOf known = knownAt(asked, size);
    Filter about = parties.filter("party", asked.party(), known);
    Filter of = officials.filter("official", asked.official(), known);
    EntryFilter filter = filter(asked, known, about, of);
    String party = value(about);
    String official = value(of);
    List<Fault> faults = new ArrayList<>();
    if (filter.subject() != null && ofSubject(filter.subject(), size) == 0) {
      faults.add(nothing("subject", "on", asked.subject()));
    }
    BitSet ofParty = concerning("party", asked.party(), party, size, faults);
    BitSet ofOfficial = concerning("official", asked.official(), official, size, faults);
    Filter.fail(RefusalCode.INVALID_FIELDS, faults);
    return new Wanted(
        told(filter, party, official),
        filter,
        both(ofParty, ofOfficial),
        since(asked.since(), size));
  }

  private static void requireSaid(ExportParameters asked) {
    List<Fault> faults = new ArrayList<>();
    asked.texts().entrySet().stream()
        .filter(text -> text.getValue().isBlank())
        .forEach(text -> faults.add(new Fault("/" + text.getKey(), "is empty: leave it out")));
    Filter.fail(RefusalCode.INVALID_FIELDS, faults);
  }

  private AsOf knownAt(ExportParameters asked, long size) {
    AsOf anyDay = AsOf.anyDay(size);
    boolean names = asked.party() != null || asked.official() != null || asked.subject() != null;
    return names ? resolver.asFarAsAnswered(anyDay) : anyDay;
  }

  /** Fails with all faults of what is named, the party and the official among them. */
  private EntryFilter filter(ExportParameters asked, AsOf known, Filter party, Filter official) {
    Filter on = addresses.filter(asked.subject(), known);
    Filter named = Filter.choice("name", asked.name(), NAMES);
    Filter by = words.recordedBy(asked.recordedBy(), known);
    Filter from = words.source(asked.source(), known);
    Filter.attributes(on, party, official, named, by, from);
    String name = value(named);
    return new EntryFilter(
        value(on),
        name == null ? null : name.toLowerCase(Locale.ROOT),
        value(by),
        value(from),
        beginning("from", asked.from()),
        end("to", asked.to()));
  }

  private static @Nullable String value(Filter asked) {
    FilterAttribute attribute = asked.asked();
    return attribute == null ? null : attribute.value();
  }

  private long ofSubject(String subject, long size) {
    return journal.count(0, size, EntryFilter.ofSubject(subject));
  }

  private @Nullable BitSet concerning(
      String field, @Nullable String asked, @Nullable String id, long size, List<Fault> faults) {
    if (id == null) {
      return null;
    }
    BitSet positions = concerning.positions(List.of(id), size);
    if (positions.isEmpty()) {
      faults.add(nothing(field, "that names", asked));
    }
    return positions;
  }

  private static Fault nothing(String field, String what, @Nullable String asked) {
    return new Fault("/" + field, "no sealed entry is %s '%s'".formatted(what, asked));
  }

  private static @Nullable BitSet both(@Nullable BitSet one, @Nullable BitSet other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }

  private static SortedMap<String, String> told(
      EntryFilter filter, @Nullable String party, @Nullable String official) {
    return new ExportParameters(
            filter.subject(),
            party,
            official,
            filter.name(),
            filter.recordedBy(),
            filter.source(),
            text(filter.from()),
            text(filter.to()),
            null)
        .texts();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static long since(@Nullable Long since, long size) {
    if (since != null && (since < 0 || since > size)) {
      throw new ProblemException(
          Problem.of(RequestCode.INVALID_TREE_SIZE, "since is 0 to the newest size, " + size));
    }
    return since == null ? 0 : since;
  }

  private static @Nullable Instant beginning(String parameter, @Nullable String text) {
    return text == null ? null : Parameters.beginning(parameter, text);
  }

  private static @Nullable Instant end(String parameter, @Nullable String text) {
    return text == null ? null : Parameters.end(parameter, text);
  }
}
