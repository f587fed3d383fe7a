package org.chancery.room.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.room.concept.Evidence;
import org.chancery.room.desk.CommandForms.CommandForm;
import org.chancery.room.desk.Control.Longer;
import org.chancery.room.desk.Control.Option;
import org.chancery.room.desk.DeskSheet.Filling;
import org.chancery.room.desk.DeskSheet.Naming;
import org.chancery.room.desk.DeskSheet.Sent;
import org.chancery.room.desk.Shape.Group;
import org.chancery.room.desk.Shape.Part;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Visitor;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Link;
import org.chancery.shared.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A form and what is filled in.
 *
 * @param fields those of the command; of what corrects an entry, with those that the entry has
 * @param refused null where nothing was tried
 * @param longer the list that is shown with a row more
 */
record Filled(
    Questions questions,
    CommandForm form,
    Group fields,
    ObjectNode draft,
    @Nullable Problem refused,
    Longer longer) {
  private static final Links LINKS = new Links(Map.of());
  private static final String AS = "as";
  private static final String ENTRY = "entry";
  private static final String PROVENANCE = "provenance";
  private static final String MOST = "1000";
  private static final String EMPTIED = "As the entry has it. What is emptied here is taken out.";

  /** The same after it was refused. */
  Filled refused(Problem problem) {
    return new Filled(questions, form, fields, draft, problem, longer);
  }

  /** The same with a row more in a list. */
  Filled with(Longer list) {
    return new Filled(questions, form, fields, draft, refused, list);
  }

  /** The command, as a request to the API would tell it. */
  ObjectNode body() {
    ObjectNode body = FormFields.body(fields, draft);
    for (Part part : fields.parts()) {
      if (part.name().equals(AS)
          && part.shape() instanceof Group as
          && draft.path(AS) instanceof ObjectNode filled) {
        body.set(AS, FormFields.whole(as, filled));
      }
    }
    return body;
  }

  private static boolean amends(CommandForm form) {
    return form.concept().equals(ENTRY);
  }

  /** Asks which entry is meant. */
  static Naming naming(CommandForm form) {
    return new Naming(Sheet.bare(form.title()), LINKS.to("desk", form.name()), form.about());
  }

  private Sent sent(HttpServletRequest request, String key) {
    return new Sent(LINKS.to("desk", form.name()), Visitor.of(request).token().get(), key);
  }

  /** The page on which it is filled in. */
  Filling sheet(HttpServletRequest request, String key) {
    Control.Maker maker = new Control.Maker(refused == null ? List.of() : refused.errors(), longer);
    List<Control> controls = maker.fields(fields, "", draft);
    List<Link> faulty = new ArrayList<>();
    Map<String, List<Option>> picks = new LinkedHashMap<>();
    for (Control each : flat(controls).toList()) {
      each.faults()
          .forEach(fault -> faulty.add(new Link("#" + each.id(), each.label() + ": " + fault)));
      if (!each.picks().isEmpty()) {
        picks.computeIfAbsent(each.picks(), this::suggested);
      }
    }
    return new Filling(
        Sheet.bare(form.title()),
        sent(request, key),
        form.about(),
        controls,
        refused,
        faulty,
        LINKS.cited(refused == null ? List.of() : refused.entries()),
        picks);
  }

  private static Stream<Control> flat(List<Control> controls) {
    return controls.stream().flatMap(each -> Stream.concat(Stream.of(each), flat(each.parts())));
  }

  /** Those of whom there are most may be more than a list can hold; any id can be written. */
  private List<Option> suggested(String list) {
    JsonNode known =
        questions.of(Questions.path(list), List.of(new PageParameter("limit", MOST))).answer();
    String id = FieldWords.idOf(list);
    List<Option> options = new ArrayList<>();
    for (JsonNode each : known.path("items")) {
      options.add(new Option(each.path(id).asString(""), each.path("name").asString(""), false));
    }
    return options;
  }

  /** The page that shows what would be recorded. */
  DeskSheet.Preview preview(HttpServletRequest request, String key, JsonNode dryRun) {
    return Foreseen.sheet(
        Sheet.bare(form.title()),
        sent(request, key),
        FormFields.asForm(fields, draft),
        draft.path(PROVENANCE),
        dryRun);
  }

  /** Opens forms. */
  record Opener(Questions questions, CommandForms commands) {
    private static final Set<String> BESIDE = Set.of(PROVENANCE);

    /** What a form sends beside its fields. */
    private static final Set<String> OF_FORMS = Set.of("act", "key", Visitor.TOKEN);

    /** A form for the first time; empty where it must be said first which entry is meant. */
    Optional<Filled> opened(CommandForm form, List<PageParameter> asked) {
      FormFields.requireKnown(
          form.fields(), asked.stream().map(each -> "/" + each.name()).toList());
      if (!amends(form)) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        for (PageParameter each : asked) {
          draft.set(each.name(), StringNode.valueOf(each.value()));
        }
        return Optional.of(new Filled(questions, form, form.fields(), draft, null, Longer.NONE));
      }
      return asked.stream()
          .filter(each -> each.name().equals(ENTRY) && each.value().matches("\\d{1,18}"))
          .findFirst()
          .map(each -> amending(form, each.value()));
    }

    private Filled amending(CommandForm form, String entry) {
      JsonNode recorded = entry(entry);
      ObjectNode draft = JsonNodeFactory.instance.objectNode();
      draft.put(ENTRY, entry);
      draft.set(AS, Evidence.payload(recorded));
      return new Filled(questions, form, fields(form, recorded), draft, null, Longer.NONE);
    }

    /** A form that was sent. */
    Filled sent(CommandForm form, Map<String, String[]> parameters) {
      String entry = String.join("", parameters.getOrDefault("/" + ENTRY, new String[0]));
      Group fields =
          amends(form) && entry.matches("\\d{1,18}") ? fields(form, entry(entry)) : form.fields();
      FormFields.requireKnown(
          fields, parameters.keySet().stream().filter(each -> !OF_FORMS.contains(each)).toList());
      return new Filled(
          questions, form, fields, FormFields.read(fields, parameters), null, Longer.NONE);
    }

    private JsonNode entry(String position) {
      return questions.of(Questions.path("entries", position), List.of()).answer();
    }

    /** Where it takes fields of the entry, those of the command that made the entry. */
    private Group fields(CommandForm form, JsonNode entry) {
      Group made =
          commands
              .find(command(entry))
              .map(command -> command.fields().without(BESIDE))
              .orElse(new Group(List.of(), false));
      return new Group(
          form.fields().parts().stream()
              .map(part -> part.name().equals(AS) ? new Part(AS, made, true, EMPTIED) : part)
              .toList(),
          false);
    }

    /** What made the entry, and before it was corrected, that which it stands for. */
    private String command(JsonNode entry) {
      JsonNode first = entry;
      for (int depth = 0; first.at("/payload/entry").isNumber() && depth < 100; depth++) {
        first = entry(Long.toString(first.at("/payload/entry").asLong()));
      }
      return first.path("command").asString("");
    }
  }
}
