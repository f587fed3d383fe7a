package org.chancery.room.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes in sources that are uploaded, one after the other. The desk shows what becomes of them. */
public interface Uploads {

  /** The forms of sources that can be taken in. */
  List<Kind> kinds();

  /**
   * Begins to take a source in, and returns once it is here. Fails with a problem where it is none
   * of that form, or too large.
   *
   * @param principal in whose name it is recorded
   * @param name of the file, by which the source is called
   */
  Run begin(String principal, String kind, String name, InputStream content) throws IOException;

  /** Those since the server was started, the last first. */
  List<Run> runs();

  Optional<Run> find(String id);

  /** The file with a line for each record that does not stand as its source has it. */
  Optional<Path> report(String id);

  /**
   * A form of sources.
   *
   * @param about what the file is
   */
  record Kind(String name, String about) {}

  /** How far one has come. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    /** It broke off; what was recorded by then stands, and the same upload goes on from there. */
    FAILED;

    /** True of one that nothing more becomes of. */
    public boolean isOver() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * An import.
   *
   * @param done how many records have been dealt with
   * @param all how many the source has, as far as it has been counted
   * @param counts what became of them
   * @param remarks the first of those that do not stand as their source has them, refused ones in
   *     front
   * @param failure why it broke off; empty where it did not
   */
  record Run(
      String id,
      String kind,
      String source,
      String by,
      Instant begun,
      State state,
      long done,
      long all,
      List<Count> counts,
      List<Remark> remarks,
      String failure) {}

  /** How many records met with a fate. */
  record Count(String fate, long number) {}

  /** What is to be said of a record. */
  record Remark(String origin, String outcome, List<String> reasons) {}
}
