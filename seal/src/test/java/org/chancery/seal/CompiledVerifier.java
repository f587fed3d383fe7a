package org.chancery.seal;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * The verifier as it is compiled already: to compile it anew takes ten times as long as it runs.
 */
public final class CompiledVerifier {
  private CompiledVerifier() {}

  /** The command that starts it, without its arguments. */
  public static List<String> command() throws ReflectiveOperationException, URISyntaxException {
    Class<?> verify = Class.forName("Verify");
    Path place = Path.of(verify.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-cp", place.toString(), "Verify");
  }
}
