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
 * Gives all tests one ledger, which was told the examples of the document; each test keeps to
 * subjects of its own.
 */
final class SharedLedger implements ParameterResolver {

  /** The ledger, and what it answered to the examples. */
  record Told(Ledger ledger, List<Reply> answers) implements AutoCloseable {

    static Told start() {
      try {
        Ledger ledger = Ledger.start(Map.of());
        return new Told(ledger, ledger.tellExamples());
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
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Told.class, _ -> Told.start(), Told.class);
    Class<?> type = parameter.getParameter().getType();
    return type == Told.class ? told : type == Http.class ? told.ledger().http() : told.ledger();
  }
}
