package org.chancery.room.replay;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.replay.ReplaySheet.Asking;
import org.chancery.room.replay.ReplaySheet.Row;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Dated;
import org.chancery.room.value.Shown.Link;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The page of a span of the timeline, told over again. */
@RestController
@Hidden
class ReplayPage {
  private static final String LIMIT = "limit";
  private static final String MOST = "500";

  private final Questions questions;

  ReplayPage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/timeline/replay", produces = Press.TYPE)
  ResponseEntity<String> replay(HttpServletRequest request) {
    List<PageParameter> all = new ArrayList<>(PageParameter.of(request));
    if (all.stream().noneMatch(each -> each.name().equals(LIMIT))) {
      all.add(new PageParameter(LIMIT, MOST));
    }
    return Press.page("replay", sheet(questions.of(Questions.path("timeline"), all), request));
  }

  private static ReplaySheet sheet(Asked asked, HttpServletRequest request) {
    Sheet sheet =
        Sheet.ofAllDays(request, asked, "Timeline", title(request))
            .withoutForms()
            .with(form("/api/timeline", "application/json", "JSON", request))
            .with(form("/api/timeline/stream", "text/event-stream", "a stream", request))
            .with(form("/api/calendar", "text/calendar", "iCalendar", request));
    List<Row> rows = new ArrayList<>();
    asked.answer().path("items").forEach(each -> rows.add(row(each, sheet.links())));
    return new ReplaySheet(
        sheet,
        List.of(
            new Asking("from", "From", asked("from", request)),
            new Asking("to", "To", asked("to", request)),
            new Asking("party", "Party", asked("party", request)),
            new Asking("official", "Official", asked("official", request))),
        sheet.point(),
        counted(asked.answer().path("total").asLong(), rows.size()),
        rows,
        Paging.of(request, asked));
  }

  private static String title(HttpServletRequest request) {
    String from = asked("from", request);
    String to = asked("to", request);
    if (from.equals(to)) {
      return from.isEmpty() ? "Replay" : "Replay of " + DateWords.of(from);
    }
    return (from.isEmpty() ? "Replay" : "Replay from " + DateWords.of(from))
        + (to.isEmpty() ? " on" : " to " + DateWords.of(to));
  }

  private static String asked(String name, HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }

  /** The same items, of the same span and those asked for. */
  private static Form form(String path, String type, String name, HttpServletRequest request) {
    List<PageParameter> kept =
        PageParameter.of(request).stream()
            .filter(each -> !List.of(LIMIT, "cursor").contains(each.name()))
            .toList();
    return new Form(Links.address(path, kept), type, name);
  }

  private static Row row(JsonNode item, Links links) {
    String date = item.path("date").asString("");
    return new Row(
        item.path("from").asString(""),
        new Dated(date, DateWords.of(date)),
        new Link(
            links.ofAddress(item.path("subject").asString("")), item.path("summary").asString("")),
        item.path("expected").asBoolean(false),
        links.cited(Asked.positions(item.path("entries"))));
  }

  private static String counted(long total, int shown) {
    String onPage = shown < total ? ", %,d on this page" : "";
    return total == 0
        ? "Nothing on record happened in that span; that does not say that nothing did."
        : String.format(Locale.ENGLISH, "%,d in all" + onPage + ".", total, shown);
  }
}
