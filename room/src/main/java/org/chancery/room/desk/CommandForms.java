package org.chancery.room.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.chancery.room.desk.Shape.Group;
import org.chancery.room.desk.Shape.Part;
import org.chancery.room.desk.Shape.Text;
import org.chancery.room.question.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The commands that the API takes, as its document tells of them. */
@Component
final class CommandForms {
  private static final String COMMANDS = "/api/commands/";

  private final Questions questions;
  private volatile @Nullable SequencedMap<String, CommandForm> known;

  CommandForms(Questions questions) {
    this.questions = questions;
  }

  /**
   * A command.
   *
   * @param title its name in words
   * @param concept what it is on
   * @param fields all that it takes
   */
  record CommandForm(String name, String title, String concept, String about, Group fields) {

    /** True of what begins the record of a subject, which may be left without an id. */
    boolean begins() {
      Part first = fields.parts().getFirst();
      return !first.required() && first.shape() instanceof Text;
    }
  }

  /** All of them by their names, in the order of the concepts that they are on. */
  SequencedMap<String, CommandForm> all() {
    SequencedMap<String, CommandForm> read = known;
    if (read == null) {
      read = read(questions.document());
      known = read;
    }
    return read;
  }

  Optional<CommandForm> find(String name) {
    return Optional.ofNullable(all().get(name));
  }

  private static SequencedMap<String, CommandForm> read(JsonNode document) {
    Shape.Reader schemas = new Shape.Reader(document.at("/components/schemas"));
    SequencedMap<String, List<CommandForm>> ofConcepts = new LinkedHashMap<>();
    for (JsonNode tag : document.path("tags")) {
      ofConcepts.put(tag.path("name").asString(""), new ArrayList<>());
    }
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode told = path.getValue().path("post");
              String concept = told.at("/tags/0").asString("");
              if (path.getKey().startsWith(COMMANDS) && ofConcepts.containsKey(concept)) {
                ofConcepts.get(concept).add(command(concept, told, schemas));
              }
            });
    SequencedMap<String, CommandForm> all = new LinkedHashMap<>();
    for (List<CommandForm> each : ofConcepts.values()) {
      each.stream().filter(CommandForm::begins).forEach(form -> all.put(form.name(), form));
      each.forEach(form -> all.putIfAbsent(form.name(), form));
    }
    return all;
  }

  private static CommandForm command(String concept, JsonNode told, Shape.Reader schemas) {
    String name = told.path("operationId").asString("");
    String title = told.path("summary").asString("");
    return new CommandForm(
        name,
        title.charAt(0) + title.substring(1).toLowerCase(Locale.ENGLISH),
        concept,
        Shape.Reader.words(told),
        told(schemas.command(name)));
  }

  /** An id that may be left out is made, and nothing else that stands first may be. */
  private static Group told(Group fields) {
    Part first = fields.parts().getFirst();
    return first.required() || !(first.shape() instanceof Text)
        ? fields
        : fields
            .without(Set.of(first.name()))
            .after(
                List.of(
                    new Part(
                        first.name(),
                        first.shape(),
                        false,
                        first.about() + ". Where it is left empty, one is made.")));
  }
}
