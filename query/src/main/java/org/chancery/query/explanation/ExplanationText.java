package org.chancery.query.explanation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chancery.query.Ending;
import org.chancery.query.Ending.Because;
import org.chancery.query.entry.Origin;
import org.chancery.query.explanation.Explanation.Brief;
import org.chancery.query.timeline.EventSummary;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Choice;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** An explanation in words; parties and officials as {@link NameTemplates} writes them. */
final class ExplanationText {

  private ExplanationText() {}

  static List<String> of(List<? extends Enum<?>> values) {
    return values.stream().map(Choice::text).toList();
  }

  /** By whom and over what something was ended, as far as that is on record. */
  static String causes(List<Ending> endings) {
    StringBuilder text = new StringBuilder();
    for (Ending ending : endings) {
      Because because = ending.because();
      String cause = NameTemplates.cause(ending.by(), because == null ? null : because.entry());
      if (!cause.isEmpty()) {
        text.append("; %s on %s%s".formatted(words(ending.event()), ending.on(), cause));
      }
    }
    return text.toString();
  }

  /** "cooperation.suspended" reads "cooperation suspended". */
  private static String words(String event) {
    return event.replaceAll("[.-]", " ");
  }

  /** "entry 7" or "entries 7 and 9". */
  static String entries(List<Long> positions) {
    return (positions.size() == 1 ? "entry " : "entries ")
        + NameTemplates.list(positions.stream().map(Object::toString).toList());
  }

  /** What became of an entry, as known then and seen on the day. */
  static String effect(ChainLink link, LocalDate on) {
    List<String> effects = new ArrayList<>();
    if (link.supersedes() != null) {
      effects.add((link.isRetraction() ? "retracts " : "corrects ") + link.supersedes());
    }
    if (!link.reinstates().isEmpty()) {
      effects.add("reinstates " + numbers(link.reinstates()));
    }
    if (link.supersededBy() != null) {
      effects.add((link.retracted() ? "retracted by " : "superseded by ") + link.supersededBy());
    } else if (link.beside()) {
      effects.add("stands beside others, and is not followed");
    } else if (link.isFact()) {
      effects.add(link.isAfter(on) ? "stands, dated after %s".formatted(on) : "stands");
    } else if (!link.isRetraction()) {
      effects.add("holds");
    }
    return String.join("; ", effects);
  }

  private static String numbers(List<Long> positions) {
    return NameTemplates.list(positions.stream().map(Object::toString).toList());
  }

  /** Who did what when and on what ground, what that says, and what became of it. */
  static String step(ChainLink link, LocalDate on) {
    StringBuilder text = new StringBuilder(opening(link)).append(ground(link.origin()));
    if (link.isFact()) {
      text.append(": ").append(dated(link.saying().words(), link.saying().date()));
    }
    text.append(link.reason() == null ? "" : ", because: " + link.reason());
    return sentence(text.toString()) + " " + fate(link, on);
  }

  private static String opening(ChainLink link) {
    Origin by = link.origin();
    return "%d. On %s %s %s"
        .formatted(
            by.position(),
            by.recordedAt().atZone(ZoneOffset.UTC).toLocalDate(),
            by.recordedBy(),
            EventSummary.deed(link.event()));
  }

  private static String ground(Origin by) {
    List<String> sources = by.sources().stream().map(ExplanationText::source).toList();
    return (by.authority() == null ? "" : ", on the authority of " + by.authority())
        + (sources.isEmpty() ? "" : ", from " + NameTemplates.list(sources));
  }

  private static String source(Source source) {
    return (source.publisher() == null ? "" : source.publisher() + ", ")
        + "\"%s\"".formatted(source.title())
        + (source.published() == null ? "" : " (%s)".formatted(source.published()));
  }

  private static String fate(ChainLink link, LocalDate on) {
    String again =
        link.reinstates().isEmpty()
            ? ""
            : "With that %s again. "
                .formatted(stand(entries(link.reinstates()), link.reinstates().size()));
    if (link.supersededBy() != null) {
      return again
          + "It was %s by entry %d."
              .formatted(link.retracted() ? "retracted" : "superseded", link.supersededBy());
    }
    if (link.beside()) {
      return again + "It stands beside others, and answers do not follow it.";
    }
    return again
        + (link.isAfter(on) && link.speaks()
            ? "It stands, and is dated after %s.".formatted(on)
            : "It stands.");
  }

  private static String stand(String who, int many) {
    return who + (many == 1 ? " stands" : " stand");
  }

  /** Why the chain comes to the answer at that point in both times. */
  static String conclusion(Brief answer, List<ChainLink> links, AsOf asOf) {
    String text =
        sentence(
            "On %s, as known at position %d: %s"
                .formatted(asOf.on(), asOf.position(), answer.says()));
    if (!answer.between().isEmpty()) {
      text +=
          " "
              + sentence(
                  "It lies between %s%s"
                      .formatted(
                          NameTemplates.list(answer.between()), pending(answer, links, asOf)));
    }
    return answer.entries().isEmpty()
        ? text
        : text + " This rests on %s.".formatted(entries(answer.entries()));
  }

  private static String pending(Brief answer, List<ChainLink> links, AsOf asOf) {
    List<String> open =
        links.stream()
            .filter(link -> link.speaks() && link.isPendingOn(asOf.on()))
            .filter(link -> answer.entries().contains(link.position()))
            .map(link -> "entry %d is only dated %s".formatted(link.position(), date(link)))
            .toList();
    return open.isEmpty() ? "" : ", because " + NameTemplates.list(open);
  }

  private static String date(ChainLink link) {
    EdtfSpan date = link.saying().date();
    return date == null ? "" : date.text();
  }

  private static String dated(String words, @Nullable EdtfSpan date) {
    return date == null ? words : "%s [%s]".formatted(words, date);
  }

  /** Ends as a sentence does. */
  static String sentence(String text) {
    return text.matches("(?s).*[.!?]\"?$") ? text : text + ".";
  }
}
