package org.chancery.query.entry;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.journal.AttributionWords;
import org.chancery.journal.AttributionWords.Words;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.query.Filter;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.RequestCode;
import org.chancery.shared.concept.Concept;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.text.Nearest;
import org.chancery.shared.text.TextForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which words of their own origin entries may be asked for: those that some entry has. */
@Component
public final class EntryWords {
  /** So many of the last entries are looked at for sources that may have been meant. */
  private static final int LOOKED_AT = 2_000;

  private static final List<String> COMMANDS =
      Concept.allCommands().map(Class::getSimpleName).sorted().toList();

  private final AttributionWords words;
  private final Journal journal;

  EntryWords(JournalParts parts) {
    this.words = new AttributionWords(parts);
    this.journal = parts.journal();
  }

  /** By a principal, in full. */
  public Filter recordedBy(@Nullable String text, AsOf asOf) {
    return among("recordedBy", text, asOf, words.principals(asOf.position()));
  }

  /** By an authority in full, in every spelling in which it occurs. */
  Filter authority(@Nullable String text, AsOf asOf) {
    return among("authority", text, asOf, words.authorities(asOf.position()));
  }

  private static Filter among(String parameter, @Nullable String text, AsOf asOf, Words known) {
    if (text == null || text.isBlank()) {
      return Filter.of();
    }
    String form = TextForm.composed(text);
    FilterAttribute[] spellings =
        known.all(word -> TextForm.composed(word).equals(form)).stream()
            .map(word -> new FilterAttribute(parameter, word))
            .toArray(FilterAttribute[]::new);
    return spellings.length > 0
        ? Filter.of(spellings)
        : unknown(parameter, text, asOf, known.some().stream());
  }

  /** By one of the commands that there are, in any case. */
  static Filter command(@Nullable String text) {
    Filter asked = Filter.choice("command", text, COMMANDS);
    return text == null || asked.attributes().isEmpty()
        ? asked
        : COMMANDS.stream()
            .filter(text.strip()::equalsIgnoreCase)
            .findFirst()
            .map(name -> Filter.attribute("command", name))
            .orElse(asked);
  }

  /** By text that some source of some entry contains. */
  public Filter source(@Nullable String text, AsOf asOf) {
    if (text == null || text.isBlank()) {
      return Filter.of();
    }
    EntryFilter some = new EntryFilter(null, null, null, text, null, null);
    return journal.between(0, asOf.position(), 1, some).isEmpty()
        ? unknown("source", text, asOf, sources(asOf.position()))
        : Filter.attribute("source", text);
  }

  private Stream<String> sources(long last) {
    long first = Math.max(0, Math.min(last, journal.head().position()) - LOOKED_AT);
    return journal.between(first, last, LOOKED_AT, EntryFilter.ALL).stream()
        .map(Entry::attribution)
        .flatMap(by -> by.documents().stream())
        .flatMap(EntryWords::names)
        .distinct();
  }

  private static Stream<String> names(Source source) {
    return Stream.concat(Stream.of(source.title()), Stream.ofNullable(source.publisher()));
  }

  private static Filter unknown(String parameter, String text, AsOf asOf, Stream<String> known) {
    return Filter.unknown(
        parameter,
        RequestCode.UNKNOWN_NAME,
        Filter.unknownAt(parameter, text, asOf.position()),
        Nearest.to(text, known.map(Nearest.Known::of).toList()));
  }
}
