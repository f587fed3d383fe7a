package org.chancery.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all tests of a class one ledger, which was told the examples of the document. Classes do
 * not share it: their stories tell of the same countries.
 */
final class SharedLedger implements ParameterResolver {

  /** The ledger, and what it answered to the examples. */
  record Told(Ledger ledger, List<Reply> answers) implements AutoCloseable {

    static Told start() {
      try {
        Ledger ledger = Ledger.start(Map.of());
        List<Reply> answers = ledger.tellExamples();
        long last = answers.getLast().position();
        ledger.http().get("/api/parties?limit=1&minPosition=" + last).expect(200);
        return new Told(ledger, answers);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() throws IOException {
      ledger.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Ledger.class || type == Told.class || type == Http.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Told told =
        ofClass(context)
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Told.class, _ -> Told.start(), Told.class);
    Class<?> type = parameter.getParameter().getType();
    return type == Told.class ? told : type == Http.class ? told.ledger().http() : told.ledger();
  }

  /** The context of the outermost class, which closes what it keeps when its tests are over. */
  private static ExtensionContext ofClass(ExtensionContext context) {
    ExtensionContext above = context.getParent().orElseThrow();
    return above.getParent().isEmpty() ? context : ofClass(above);
  }
}
