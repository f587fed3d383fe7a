package org.chancery.query.search;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.shared.Choice;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.Identifier;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * The words of an event, whom it speaks of and of which days, whatever its concept: a text is read
 * as words, an id as the subject that it names. What is dated by a day lasts from that day on; what
 * is dated by a span is of the span.
 */
final class EventText {
  private static final String OWN = "org.chancery.";
  private static final Set<String> NAMES = Set.of("name", "names", "codes");

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(part -> !part.getType().isPrimitive())
              .map(Part::of)
              .toList();
        }
      };

  final List<String> texts = new ArrayList<>();
  final Set<String> names = new LinkedHashSet<>();

  /** Ids and choices: found by their words, and not shown. */
  final Set<String> ids = new LinkedHashSet<>();

  /** The paths of the subjects that it names. */
  final Set<String> cited = new LinkedHashSet<>();

  private LocalDate first = EdtfSpan.END;
  private LocalDate last = EdtfSpan.BEGINNING;

  private record Part(String name, MethodHandle value) {

    static Part of(RecordComponent part) {
      try {
        part.getAccessor().setAccessible(true);
        return new Part(part.getName(), MethodHandles.lookup().unreflect(part.getAccessor()));
      } catch (IllegalAccessException hidden) {
        throw new LinkageError("%s is hidden".formatted(part), hidden);
      }
    }

    @Nullable Object of(Record record) {
      try {
        return value.invoke(record);
      } catch (Throwable broken) {
        throw new LinkageError("%s cannot be read".formatted(record.getClass()), broken);
      }
    }
  }

  static EventText of(LedgerEvent event) {
    EventText text = new EventText();
    text.inEvent(event);
    return text;
  }

  /** True where it tells of no date, and so may be of any day. */
  boolean isUndated() {
    return last.isBefore(first);
  }

  /** The first day that it may be of. */
  long firstDay() {
    return (isUndated() ? EdtfSpan.BEGINNING : first).toEpochDay();
  }

  /** The last day that it may be of. */
  long lastDay() {
    return (isUndated() ? EdtfSpan.END : last).toEpochDay();
  }

  /** The ids of the parties that it names. */
  Stream<String> parties() {
    String root = PartyEvent.CONCEPT + "/";
    return cited.stream()
        .filter(path -> path.startsWith(root))
        .map(p -> p.substring(root.length()));
  }

  private void inEvent(LedgerEvent event) {
    boolean naming =
        event instanceof PartyEvent
            || event instanceof OfficialEvent
            || event instanceof ConferenceEvent;
    for (Part part : PARTS.get(event.getClass())) {
      Object value = part.of((Record) event);
      if (naming && NAMES.contains(part.name())) {
        names(value);
      } else {
        in(value);
      }
    }
  }

  private void names(@Nullable Object value) {
    switch (value) {
      case String name -> names.add(name);
      case Collection<?> many -> many.forEach(this::names);
      case null, default -> {}
    }
  }

  private void in(@Nullable Object value) {
    switch (value) {
      case String text -> texts.add(text);
      case Enum<?> choice -> ids.add(Choice.words(choice));
      case EdtfDate date -> days(date.earliest(), EdtfSpan.END);
      case EdtfSpan span -> days(span.earliest(), span.latest());
      case Identifier id -> id(id);
      case Collection<?> many -> many.forEach(this::in);
      case LedgerEvent nested -> inEvent(nested);
      case Subject _ -> {}
      case Record record when record.getClass().getName().startsWith(OWN) ->
          PARTS.get(record.getClass()).forEach(part -> in(part.of(record)));
      case null, default -> {}
    }
  }

  private void id(Identifier id) {
    ids.add(id.value());
    switch (id) {
      case PartyId party -> cited.add(new Subject(PartyEvent.CONCEPT, party.value()).toString());
      case OfficialId official ->
          cited.add(new Subject(OfficialEvent.CONCEPT, official.value()).toString());
      case ConferenceId conference ->
          cited.add(new Subject(ConferenceEvent.CONCEPT, conference.value()).toString());
      default -> {}
    }
  }

  private void days(LocalDate from, LocalDate to) {
    first = from.isBefore(first) ? from : first;
    last = to.isAfter(last) ? to : last;
  }
}
