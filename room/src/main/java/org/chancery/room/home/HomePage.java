package org.chancery.room.home;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.chancery.room.home.HomeSheet.Count;
import org.chancery.room.home.HomeSheet.Latest;
import org.chancery.room.home.HomeSheet.Step;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Link;
import org.chancery.shared.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The first page: what there is, what was entered last, and where to begin. */
@RestController
@Hidden
class HomePage {
  private static final int LATEST = 8;
  private static final List<String> LISTS =
      List.of(
          "parties",
          "officials",
          "meetings",
          "conferences",
          "trips",
          "visits",
          "statements",
          "cooperations",
          "agreements",
          "sanctions",
          "missions",
          "relationships");

  /** What the sample tells, if it is there: the first of these says whether. */
  private static final List<String[]> STORY =
      List.of(
          new String[] {
            "/meetings/dunford-gerasimov-2017",
            "A meeting that was announced for Wednesday",
            "and held a day later, in Baku: the entry was corrected, and what was known before can"
                + " still be asked."
          },
          new String[] {
            "/cooperations/us-ru-military",
            "Ended, or put on hold?",
            "Two sources tell differently what became of military cooperation in 2014."
          },
          new String[] {
            "/conferences/bonn-2017",
            "Bonn, February 2017",
            "Sessions, meetings in the margins, and who was left out of which."
          },
          new String[] {
            "/meetings/bonn-2017-us-ru",
            "Lavrov and Tillerson",
            "Their first contact in this ledger, and what it rests on."
          },
          new String[] {
            "/relationships/united-states/russia",
            "The United States and Russia",
            "How they stood to each other from 1803 to today, and why."
          });

  private final Questions questions;

  HomePage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/", produces = Press.TYPE)
  ResponseEntity<String> home(HttpServletRequest request) {
    Asked journal = questions.of(Questions.path("journal"), PageParameter.of(request));
    Sheet sheet = Sheet.of(request, journal, "", "A ledger of diplomatic activity").withoutForms();
    return Press.page(
        "home",
        new HomeSheet(
            sheet,
            counts(journal, sheet.links()),
            latest(journal, sheet.links()),
            story(journal, sheet.links())));
  }

  private static List<Count> counts(Asked journal, Links links) {
    List<Count> counts = new ArrayList<>();
    for (String list : LISTS) {
      JsonNode page = journal.beside(Questions.path(list), "limit", "1");
      counts.add(
          new Count(
              links.to(list), FieldWords.sentence(list), number(page.path("total").asLong())));
    }
    counts.add(new Count(links.to("entries"), "Entries", number(journal.position())));
    return counts;
  }

  private static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  private static List<Latest> latest(Asked journal, Links links) {
    long after = Math.max(0, journal.position() - LATEST);
    JsonNode entries = journal.beside(Questions.path("entries"), "after", Long.toString(after));
    List<JsonNode> items = new ArrayList<>();
    entries.path("items").forEach(items::add);
    items.sort(
        Comparator.comparingLong((JsonNode each) -> each.path("position").asLong()).reversed());
    return items.stream().map(each -> latest(each, links)).toList();
  }

  private static Latest latest(JsonNode entry, Links links) {
    String subject = entry.path("subject").asString("");
    JsonNode source = entry.at("/sources/0/publisher");
    return new Latest(
        links.cited(List.of(entry.path("position").asLong())),
        FieldWords.event(entry.path("name").asString("")),
        new Link(links.ofAddress(subject), subject.replaceFirst("^/api/", "")),
        DateWords.of(Instant.parse(entry.path("recordedAt").asString(""))),
        source.asString(entry.path("authority").asString("")));
  }

  private static List<Step> story(Asked journal, Links links) {
    String first = STORY.getFirst()[0];
    try {
      journal.beside("/api" + first);
    } catch (ProblemException notThere) {
      return List.of();
    }
    return STORY.stream()
        .map(each -> new Step(new Link(links.ofAddress(each[0]), each[1]), each[2]))
        .toList();
  }
}
