package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.chancery.app.cli.Chancery;
import picocli.CommandLine;

/**
 * What a verb printed, and its exit code.
 *
 * @param err what the command line itself complained of
 */
record Console(int code, String out, String err) {

  static Console run(String... args) {
    StringWriter err = new StringWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      CommandLine line = Chancery.commandLine().setErr(new PrintWriter(err, true));
      line.setOut(new PrintWriter(out, true, UTF_8));
      return new Console(line.execute(args), out.toString(UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }
}
