package org.chancery.query.precedent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chancery.journal.Entry;
import org.chancery.journal.EventNames;
import org.chancery.query.change.ChangeDetector;
import org.chancery.query.change.ChangedAnswer;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.chancery.query.change.ChangedAnswer.Nature;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.relationship.Contact;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which meeting was the first of two parties, where a correction of one of their meetings flips it.
 * Of large meetings only the first pairs are looked at: each asks for all contacts of the two.
 */
@Component
@Order(9)
final class FirstContacts implements ChangeDetector {
  private static final int MOST_PAIRS = 10;
  private static final Set<String> CORRECTIONS =
      Set.of(
          EventNames.nameOf(EntryCorrected.class),
          EventNames.nameOf(EntryRetracted.class),
          EventNames.nameOf(AccountPreferred.class));

  private final ReadModel<MeetingView> meetings;
  private final Precedents precedents;

  FirstContacts(ReadModel<MeetingView> meetings, Precedents precedents) {
    this.meetings = meetings;
    this.precedents = precedents;
  }

  @Override
  public Map<Long, List<ChangedAnswer>> changedBy(List<Entry> entries, AsOf names) {
    Map<Long, List<ChangedAnswer>> changed = new TreeMap<>();
    entries.stream()
        .filter(entry -> CORRECTIONS.contains(entry.name()))
        .filter(entry -> entry.subject().concept().equals(MeetingEvent.CONCEPT))
        .forEach(entry -> changed.put(entry.position(), changedBy(entry)));
    return changed;
  }

  private List<ChangedAnswer> changedBy(Entry entry) {
    return pairs(entry).stream()
        .map(two -> changed(two, entry.position()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Of those who took part before the entry or after it. */
  private List<Between> pairs(Entry entry) {
    TreeSet<String> parties =
        LongStream.of(entry.position() - 1, entry.position())
            .mapToObj(position -> meetings.history(entry.subject().toString(), position))
            .flatMap(List::stream)
            .flatMap(stretch -> Between.ids(Between.Kind.PARTY, stretch.view()))
            .collect(Collectors.toCollection(TreeSet::new));
    return Pairs.each(Between.Kind.PARTY, List.copyOf(parties)).limit(MOST_PAIRS).toList();
  }

  private @Nullable ChangedAnswer changed(Between two, long position) {
    String before = first(two, position - 1);
    String after = first(two, position);
    return Objects.equals(before, after)
        ? null
        : new ChangedAnswer(
            "precedents",
            "/api/precedents?party=%s&with=%s".formatted(two.one(), two.other()),
            null,
            List.of(
                new Difference(
                    null,
                    null,
                    before == null ? Nature.BEGINS : after == null ? Nature.ENDS : Nature.DIFFERS,
                    List.of(new FieldChange("first", before, after)))));
  }

  /** Its id and date, or those of all that may have been the first; null where none is known. */
  private @Nullable String first(Between two, long position) {
    Occurrence first = precedents.first(two, new AsOf(EdtfSpan.END, null, position));
    String told =
        Stream.concat(Stream.ofNullable(first.contact()), first.candidates().stream())
            .map(FirstContacts::told)
            .collect(Collectors.joining(" or "));
    return told.isEmpty() ? null : told;
  }

  private static String told(Contact contact) {
    return "%s, %s".formatted(contact.meeting(), contact.date());
  }
}
