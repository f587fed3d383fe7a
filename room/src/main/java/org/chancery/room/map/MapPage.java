package org.chancery.room.map;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chancery.room.listing.ListRows;
import org.chancery.room.map.MapSheet.Asking;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.value.Links;
import org.chancery.room.value.ValueReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The list of stops on a map, with the same filters and as of the same point. */
@RestController
@Hidden
class MapPage {
  private static final String LIMIT = "limit";
  private static final String MOST = "100";
  private static final PageParameter AS_GEOJSON = new PageParameter("as", "geojson");

  private final Questions questions;

  MapPage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/stops/map", produces = Press.TYPE)
  ResponseEntity<String> map(HttpServletRequest request) {
    List<PageParameter> all = new ArrayList<>(PageParameter.of(request));
    if (all.stream().noneMatch(each -> each.name().equals(LIMIT))) {
      all.add(new PageParameter(LIMIT, MOST));
    }
    Form form = new Form(Links.address("/api/stops", with(all)), "application/geo+json", "GeoJSON");
    return Press.page("map", sheet(questions.of("/api/stops", with(all)), form, request));
  }

  private static List<PageParameter> with(List<PageParameter> asked) {
    List<PageParameter> all = new ArrayList<>(asked);
    all.add(AS_GEOJSON);
    return all;
  }

  private static MapSheet sheet(Asked asked, Form form, HttpServletRequest request) {
    Sheet sheet =
        Sheet.ofAllDays(request, asked, "", "Stops on a map")
            .withoutForms()
            .with(List.of(form, OtherForms.table("/api/stops", request)));
    ValueReader reader = ValueReader.of(asked.answer(), sheet.links());
    List<JsonNode> features = asked.answer().path("features").valueStream().toList();
    return new MapSheet(
        sheet,
        List.of(
            asking("official", "Official", request),
            asking("country", "Country", request),
            asking("from", "From", request),
            asking("to", "To", request)),
        sheet.point(),
        counted(asked.answer().path("total").asLong(), features.size()),
        TravelMap.of(features, reader),
        new ListRows(reader).numbered("stops", "Stops", features, "properties"),
        Paging.of(request, asked));
  }

  private static Asking asking(String name, String label, HttpServletRequest request) {
    String value = Objects.requireNonNullElse(request.getParameter(name), "");
    return new Asking(name, label, value.strip());
  }

  private static String counted(long total, int shown) {
    String onPage = shown < total ? ", %,d on this page" : "";
    return total == 0
        ? "The ledger has none that this keeps. What is not on record may have been all the same."
        : String.format(Locale.ENGLISH, "%,d in all" + onPage, total, shown);
  }
}
