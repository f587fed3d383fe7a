package org.chancery.command;

import org.chancery.command.reference.Directory;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a party by its id or one of its codes, so that "RU" and "russia" are one from there on. */
final class PartyNameDeserializer extends StdDeserializer<PartyId> {
  private final transient Directory directory;

  PartyNameDeserializer(Directory directory) {
    super(PartyId.class);
    this.directory = directory;
  }

  @Override
  public @Nullable PartyId deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (PartyId) context.handleUnexpectedToken(PartyId.class, parser);
    }
    String text = parser.getString();
    try {
      return new PartyId(directory.partyNamed(text));
    } catch (InvalidValue invalid) {
      return (PartyId) context.handleInstantiationProblem(PartyId.class, text, invalid);
    }
  }
}
