package org.chancery.room.desk;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.room.desk.CommandForms.CommandForm;
import org.chancery.room.desk.Control.Longer;
import org.chancery.room.desk.DeskSheet.Labelled;
import org.chancery.room.desk.DeskSheet.Recorded;
import org.chancery.room.desk.DeskSheet.Shelf;
import org.chancery.room.desk.DeskSheet.Shelves;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Link;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The desk. What is filled in is first decided and entered nowhere, so that it is seen what would
 * become of it; then it is recorded under the key that the form was opened with.
 */
@RestController
@Hidden
class DeskPages {
  private static final String DESK = "/desk";
  private static final String MORE = "more:";
  private static final Links LINKS = new Links(Map.of());

  private final Questions questions;
  private final CommandForms commands;
  private final Filled.Opener opener;

  DeskPages(Questions questions, CommandForms commands) {
    this.questions = questions;
    this.commands = commands;
    this.opener = new Filled.Opener(questions, commands);
  }

  @GetMapping(path = DESK, produces = Press.TYPE)
  ResponseEntity<String> desk() {
    Map<String, List<Labelled>> shelves = new LinkedHashMap<>();
    for (CommandForm each : commands.all().values()) {
      shelves
          .computeIfAbsent(each.concept(), _ -> new ArrayList<>())
          .add(new Labelled(new Link(address(each.name()), each.title()), each.about()));
    }
    return Press.page(
        "desk",
        new Shelves(
            Sheet.bare("The registry desk"),
            shelves.entrySet().stream()
                .map(each -> new Shelf(FieldWords.label(each.getKey()), each.getValue()))
                .toList()));
  }

  private static String address(String command) {
    return LINKS.to("desk", command);
  }

  private CommandForm named(String command) {
    return commands
        .find(command)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(RequestCode.UNKNOWN_COMMAND, "there is no such form")
                        .at(HttpStatus.NOT_FOUND.value())));
  }

  @GetMapping(path = DESK + "/{command:[A-Za-z]+}", produces = Press.TYPE)
  ResponseEntity<String> open(@PathVariable String command, HttpServletRequest request) {
    CommandForm form = named(command);
    return opener
        .opened(form, PageParameter.of(request))
        .map(filled -> Press.page("filling", filled.sheet(request, key(""))))
        .orElseGet(() -> Press.page("naming", Filled.naming(form)));
  }

  @PostMapping(path = DESK + "/{command:[A-Za-z]+}", produces = Press.TYPE)
  ResponseEntity<String> sent(@PathVariable String command, HttpServletRequest request) {
    CommandForm form = named(command);
    Filled filled = opener.sent(form, request.getParameterMap());
    String key = key(given(request, "key"));
    String act = given(request, "act");
    if (!act.equals("preview") && !act.equals("record")) {
      Longer longer =
          act.startsWith(MORE)
              ? Longer.than(request.getParameterMap().keySet(), act.substring(MORE.length()))
              : Longer.NONE;
      return Press.page("filling", filled.with(longer).sheet(request, key));
    }
    try {
      JsonNode answer = questions.command(form.name(), filled.body(), key, act.equals("preview"));
      return answer.path("dryRun").asBoolean(false)
          ? Press.page("preview", filled.preview(request, key, answer))
          : recorded(answer);
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      return Press.page(
          HttpStatus.valueOf(problem.status()),
          "filling",
          filled.refused(problem).sheet(request, key));
    }
  }

  private static String key(String opened) {
    return opened.isBlank() ? UUID.randomUUID().toString() : opened;
  }

  private static String given(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  /** A page of its own, so that looking at it again sends nothing again. */
  private static ResponseEntity<String> recorded(JsonNode receipt) {
    long last = 0;
    for (JsonNode each : receipt.path("entries")) {
      last = each.path("position").asLong();
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(LINKS.to("desk", "recorded", Long.toString(last))))
        .build();
  }

  @GetMapping(path = DESK + "/recorded/{position:\\d{1,18}}", produces = Press.TYPE)
  ResponseEntity<String> recorded(@PathVariable long position) {
    String at = Long.toString(position);
    questions.of(
        Questions.path("entries", at), List.of()); // nothing is waited for that is not there
    JsonNode entry =
        questions
            .of(Questions.path("entries", at), List.of(new PageParameter("minPosition", at)))
            .answer();
    String subject = entry.path("subject").asString("");
    String event = FieldWords.event(entry.path("name").asString(""));
    String command = entry.path("command").asString("");
    return Press.page(
        "recorded",
        new Recorded(
            Sheet.bare("Recorded: " + event),
            new Link(LINKS.to("entries", at), "Entry " + at),
            new Link(LINKS.ofAddress(subject), subject.replaceFirst("^/api/", "")),
            List.of(
                new Link(address("CorrectEntry") + "?entry=" + at, "Correct it"),
                new Link(address("RetractEntry") + "?entry=" + at, "Retract it"),
                new Link(address(command), "Record another like it"),
                new Link(DESK, "To the desk"))));
  }
}
