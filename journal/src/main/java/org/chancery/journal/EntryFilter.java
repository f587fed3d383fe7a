package org.chancery.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null is not asked.
 *
 * @param subject the subject's path
 * @param name the event's permanent name
 * @param names one of which the event's is
 * @param source text that some source's title, publisher or locator contains
 * @param authorities on the authority of one of them, in full
 * @param command the command's name
 * @param text words, each of which stands in what the entry says, in its rationale, authority or
 *     sources; compared, as {@code source} is, whatever case, spaces and accents are written with
 * @param positions among which; all where null
 * @param cited a record that some source of it cites
 * @param cause what brought it about
 * @param from recorded at or after
 * @param to recorded before
 */
public record EntryFilter(
    @Nullable String subject,
    @Nullable String name,
    @Nullable List<String> names,
    @Nullable String recordedBy,
    @Nullable String source,
    @Nullable List<String> authorities,
    @Nullable String command,
    @Nullable String commandId,
    @Nullable String correlation,
    @Nullable String text,
    @Nullable List<Long> positions,
    @Nullable CitedRecord cited,
    @Nullable Cause cause,
    @Nullable Instant from,
    @Nullable Instant to) {
  public static final EntryFilter ALL = ofSubject(null);

  /** One that asks for no more than these. */
  public EntryFilter(
      @Nullable String subject,
      @Nullable String name,
      @Nullable String recordedBy,
      @Nullable String source,
      @Nullable Instant from,
      @Nullable Instant to) {
    this(
        subject,
        name,
        null,
        recordedBy,
        source,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        from,
        to);
  }

  /** One that asks for a subject alone; for all entries where that is null. */
  public static EntryFilter ofSubject(@Nullable String subject) {
    return new EntryFilter(subject, null, null, null, null, null);
  }

  /** One that asks for an import's entries alone. */
  public static EntryFilter of(ImportRun run) {
    return ALL.broughtBy(new Cause(run.correlation(), "", ""));
  }

  /** The same among some positions, no more than a thousand. */
  public EntryFilter among(List<Long> some) {
    return with(names, List.copyOf(some), cause);
  }

  /** The same of events that go by one of the names. */
  public EntryFilter named(List<String> some) {
    return with(List.copyOf(some), positions, cause);
  }

  /** The same of those that have a cause, or any where it is null. */
  public EntryFilter broughtBy(@Nullable Cause what) {
    return with(names, positions, what);
  }

  private EntryFilter with(
      @Nullable List<String> events, @Nullable List<Long> some, @Nullable Cause what) {
    return new EntryFilter(
        subject,
        name,
        events,
        recordedBy,
        source,
        authorities,
        command,
        commandId,
        correlation,
        text,
        some,
        cited,
        what,
        from,
        to);
  }
}
