package org.chancery.room.listing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.room.listing.ListSheet.Asking;
import org.chancery.room.listing.ListSheet.Chosen;
import org.chancery.room.listing.Listing.Narrowed;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.ValueReader;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists of each concept, of what happened, and of the journal. */
@RestController
@Hidden
class ListPages {
  private final Questions questions;

  ListPages(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(
      path = {
        "/meetings",
        "/conferences",
        "/trips",
        "/visits",
        "/stops",
        "/statements",
        "/cooperations",
        "/agreements",
        "/sanctions",
        "/missions",
        "/parties",
        "/officials",
        "/relationships",
        "/timeline",
        "/entries"
      },
      produces = Press.TYPE)
  ResponseEntity<String> list(HttpServletRequest request) {
    String name = request.getServletPath().substring(1);
    if (name.equals("entries") && request.getParameter("format") != null) {
      String other = Links.address("/api/entries", PageParameter.of(request));
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(other)).build();
    }
    Listing listing =
        Listing.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return Press.page("list", sheet(listing, questions.of(request), request));
  }

  private static ListSheet sheet(Listing listing, Asked asked, HttpServletRequest request) {
    Sheet sheet =
        listing.ofAllDays()
            ? Sheet.ofAllDays(request, asked, "", listing.title())
            : Sheet.of(request, asked, "", listing.title());
    ValueReader reader = ValueReader.of(asked.answer(), sheet.links());
    Grid rows =
        asked.answer().has("groups")
            ? groups(listing, asked.answer(), reader)
            : new ListRows(reader)
                .of(listing.name(), listing.title(), asked.answer().path("items"));
    Form table = OtherForms.table(request);
    return new ListSheet(
        sheet.with(table).with(OtherForms.ofList(listing.name(), request)),
        listing.about(),
        listing.by().stream().map(each -> asking(each, request)).toList(),
        sheet.point(),
        rows,
        counted(asked.answer(), rows),
        asked
            .answer()
            .path("disputed")
            .valueStream()
            .map(each -> reader.value("subject", each))
            .toList(),
        Paging.of(request, asked),
        told(listing, request),
        new Link(
            table.href(),
            OtherForms.ofTable(asked.answer(), request.getParameter("cursor") != null)));
  }

  /** A row for each group, which leads to its items. */
  private static Grid groups(Listing listing, JsonNode answer, ValueReader reader) {
    List<String> by = new ArrayList<>();
    answer.at("/groups/0/key").propertyNames().forEach(by::add);
    List<String> heads = new ArrayList<>(by.stream().map(FieldWords::label).toList());
    heads.addAll(List.of("Number", "First", "Last", "Items"));
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode group : answer.path("groups")) {
      List<Shown> row = new ArrayList<>();
      by.forEach(each -> row.add(reader.value(each, group.path("key").path(each))));
      row.add(new Text(group.path("value").asString()));
      row.add(reader.value("date", group.path("first")));
      row.add(reader.value("date", group.path("last")));
      row.add(new Link(group.path("items").asString().replaceFirst("^/api", ""), "list them"));
      rows.add(row);
    }
    return new Grid(listing.title(), heads, rows);
  }

  private static Link told(Listing listing, HttpServletRequest request) {
    List<PageParameter> kept =
        PageParameter.of(request).stream()
            .filter(each -> !List.of("limit", "cursor").contains(each.name()))
            .toList();
    boolean counted = kept.stream().anyMatch(each -> each.name().equals("groupBy"));
    return switch (listing.name()) {
      case "timeline" -> new Link(Links.address("/timeline/replay", kept), "Replay this");
      case "stops" ->
          counted ? new Link("", "") : new Link(Links.address("/stops/map", kept), "On a map");
      default -> new Link("", "");
    };
  }

  private static Asking asking(Narrowed by, HttpServletRequest request) {
    String asked = request.getParameter(by.name());
    String value = asked == null ? "" : asked.strip();
    return new Asking(
        by.name(),
        by.label(),
        by.choices().stream()
            .map(each -> new Chosen(each, FieldWords.choice(each), each.equalsIgnoreCase(value)))
            .toList(),
        value);
  }

  private static String counted(JsonNode answer, Grid rows) {
    long total = answer.path("total").asLong();
    if (answer.has("groups")) {
      return String.format(
          Locale.ENGLISH,
          "%,d in all, in %,d groups, %,d of them on this page; %,d are of no group",
          total,
          answer.path("count").asLong(),
          rows.rows().size(),
          answer.path("ungrouped").asLong());
    }
    String shown = rows.rows().size() < total ? ", %,d on this page" : "";
    return total == 0
        ? "The ledger has none that this keeps. What is not on record may have been all the same."
        : String.format(Locale.ENGLISH, "%,d in all" + shown, total, rows.rows().size());
  }
}
