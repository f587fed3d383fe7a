package org.chancery.query.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.query.ToldCause;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Person;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.statement.Speaker;
import org.chancery.shared.statement.Speaker.NamedSpeaker;
import org.chancery.shared.statement.Speaker.OfficialSpeaker;
import org.chancery.shared.statement.Speaker.UnnamedSpeaker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts names into summaries. They are kept with subjects in braces, because what a party or an
 * official is called is another subject's history.
 */
@Component
public final class NameTemplates {
  private static final Pattern NAMED =
      Pattern.compile(
          "\\{(%s|%s)/([a-z0-9-]{1,64})}".formatted(PartyEvent.CONCEPT, OfficialEvent.CONCEPT));

  private static final Pattern ENTRY = Pattern.compile("\\{entries/([0-9]{1,18})}");

  private final CitedEntries entries;
  private final ReadModel<PartyView> parties;
  private final ReadModel<OfficialView> officials;

  NameTemplates(
      CitedEntries entries, ReadModel<PartyView> parties, ReadModel<OfficialView> officials) {
    this.entries = entries;
    this.parties = parties;
    this.officials = officials;
  }

  /** The party by its name. */
  public static String of(PartyId party) {
    return "{" + PartyEvent.CONCEPT + "/" + party + "}";
  }

  /** The official by name. */
  public static String of(OfficialId official) {
    return "{" + OfficialEvent.CONCEPT + "/" + official + "}";
  }

  /** The person: an official by name, another by title, name and party. */
  public static String of(Person person) {
    return switch (person) {
      case OfficialId official -> of(official);
      case NamedPerson named ->
          named.party() == null ? named.toString() : "%s (%s)".formatted(named, of(named.party()));
    };
  }

  /** As much of the place as is known; empty where nothing is. */
  public static String of(Place place) {
    return Stream.of(
            Optional.ofNullable(place.locality()),
            Optional.ofNullable(place.country()).map(NameTemplates::of))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** Whoever speaks, and for whom where that is part of who they are. */
  public static String of(Speaker speaker) {
    return switch (speaker) {
      case OfficialSpeaker(var official, var _) -> of(official);
      case NamedSpeaker(var name, var party) ->
          party == null ? name : "%s (%s)".formatted(name, of(party));
      case UnnamedSpeaker(var role, var party) -> "%s (%s)".formatted(role, of(party));
    };
  }

  /**
   * Who ended something, and over which entry: to follow what is told; empty of what says neither.
   */
  static String cause(LedgerEvent event) {
    return event instanceof Caused end
        ? cause(end.by(), end.because() == null ? null : end.because().entry())
        : "";
  }

  /** The same of an ending. */
  public static String cause(List<PartyId> by, @Nullable Long entry) {
    return (by.isEmpty() ? "" : ", by " + all(by))
        + (entry == null ? "" : ", because of {entries/%d}".formatted(entry));
  }

  /** One, two and three. */
  public static String all(Collection<PartyId> who) {
    return list(who.stream().map(NameTemplates::of).toList());
  }

  /** The same of texts. */
  public static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  /** The text with what each of those that it names by path is called. */
  public static String filled(String text, UnaryOperator<String> names) {
    return NAMED
        .matcher(text)
        .replaceAll(
            named -> {
              String path = named.group();
              return Matcher.quoteReplacement(names.apply(path.substring(1, path.length() - 1)));
            });
  }

  /** The text with the names of that point in both times. */
  public String worded(String text, AsOf asOf) {
    return texts(List.of(text), asOf).getFirst();
  }

  /** The items as they read at that point in both times, with the names of it. */
  List<HappeningView> worded(List<HappeningView> items, AsOf asOf) {
    List<String> words = texts(items.stream().map(HappeningView::summary).toList(), asOf);
    return IntStream.range(0, items.size())
        .mapToObj(index -> items.get(index).worded(words.get(index)).on(asOf.on()))
        .toList();
  }

  /** The texts with the names of that point in both times; each name is looked up once. */
  public List<String> texts(List<String> texts, AsOf asOf) {
    Map<String, String> names = new HashMap<>();
    return texts.stream()
        .map(text -> citing(text, asOf))
        .map(
            text ->
                NAMED
                    .matcher(text)
                    .replaceAll(
                        named ->
                            names.computeIfAbsent(
                                named.group(),
                                group -> Matcher.quoteReplacement(name(group, asOf)))))
        .toList();
  }

  /** With what each entry says that is named as a cause, and what became of it. */
  private String citing(String text, AsOf asOf) {
    return ENTRY
        .matcher(text)
        .replaceAll(
            named -> {
              long position = Long.parseLong(named.group(1));
              String words = entries.at(position, asOf).map(NameTemplates::said).orElse("");
              return Matcher.quoteReplacement("entry %d%s".formatted(position, words));
            });
  }

  /** What a cause has for a cause in turn, it tells itself. */
  private static String said(ToldCause cause) {
    String words = ENTRY.matcher(cause.says()).replaceAll("entry $1");
    String fate =
        cause.supersededBy() == null
            ? ""
            : "; %s by entry %d"
                .formatted(cause.retracted() ? "retracted" : "superseded", cause.supersededBy());
    return " (%s%s%s)"
        .formatted(words, cause.date() == null ? "" : " [" + cause.date() + "]", fate);
  }

  /** Who is not registered goes by the id. */
  private String name(String named, AsOf asOf) {
    String subject = named.substring(1, named.length() - 1);
    return subject.startsWith(PartyEvent.CONCEPT)
        ? parties.at(subject, asOf).map(PartyView::inWords).orElse(id(subject))
        : officials.at(subject, asOf).map(OfficialView::name).orElse(id(subject));
  }

  private static String id(String subject) {
    return subject.substring(subject.indexOf('/') + 1);
  }
}
