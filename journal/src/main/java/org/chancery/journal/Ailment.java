package org.chancery.journal;

import static org.h2.api.ErrorCode.CONNECTION_BROKEN_1;
import static org.h2.api.ErrorCode.DATABASE_CALLED_AT_SHUTDOWN;
import static org.h2.api.ErrorCode.DATABASE_IS_CLOSED;
import static org.h2.api.ErrorCode.FILE_CORRUPTED_1;
import static org.h2.api.ErrorCode.FILE_VERSION_ERROR_1;
import static org.h2.api.ErrorCode.GENERAL_ERROR_1;
import static org.h2.api.ErrorCode.OBJECT_CLOSED;
import static org.h2.api.ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX;
import static org.h2.api.ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** What a failure says of the file of an embedded database. */
public enum Ailment {
  /** Nothing. */
  NONE,
  /** It could not be written to, or its database has closed itself: it is to be opened again. */
  LOST,
  /** It does not hold what it should. */
  DAMAGED;

  private static final int DEPTH = 50;
  private static final Set<Integer> CORRUPT =
      Set.of(
          FILE_CORRUPTED_1,
          FILE_VERSION_ERROR_1,
          ROW_NOT_FOUND_WHEN_DELETING_1,
          ROW_NOT_FOUND_IN_PRIMARY_INDEX);
  private static final Set<Integer> CLOSED =
      Set.of(DATABASE_IS_CLOSED, DATABASE_CALLED_AT_SHUTDOWN, CONNECTION_BROKEN_1, OBJECT_CLOSED);

  /** What H2 says of failures of its own that it has no word for. */
  private static final Set<Integer> SUSPECT = Set.of(GENERAL_ERROR_1);

  /**
   * Judges a failure by all of its causes. That nothing could be written explains all else; and
   * damage explains that the database is closed, for H2 closes what it finds damaged.
   */
  public static Ailment of(Throwable failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(Ailment::isUnwritten)) {
      return LOST;
    } else if (causes.stream().anyMatch(Ailment::isCorrupt)) {
      return DAMAGED;
    } else if (causes.stream().anyMatch(saying(CLOSED).or(Ailment::isConnectionFailure))) {
      return LOST;
    }
    return causes.stream().anyMatch(saying(SUSPECT).or(Ailment::isOfStore)) ? DAMAGED : NONE;
  }

  /** The innermost cause: what the database said. */
  static String told(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < DEPTH && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>(List.of(failure));
    for (int at = 0; at < causes.size() && causes.size() < DEPTH; at++) {
      Throwable next = causes.get(at);
      add(causes, next.getCause());
      if (next instanceof SQLException one) {
        add(causes, one.getNextException());
      }
    }
    return causes;
  }

  private static void add(List<Throwable> causes, @Nullable Throwable cause) {
    if (cause != null && !causes.contains(cause)) {
      causes.add(cause);
    }
  }

  /**
   * A file that cannot be read to where it should reach is damaged, and one that is locked fine.
   */
  private static boolean isUnwritten(Throwable cause) {
    return (cause instanceof MVStoreException store
            && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED)
        || (cause instanceof IOException io
            && String.valueOf(io.getMessage()).contains("No space"));
  }

  private static boolean isCorrupt(Throwable cause) {
    return saying(CORRUPT).test(cause)
        || (cause instanceof MVStoreException store
            && Set.of(
                    DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_TRANSACTION_CORRUPT,
                    DataUtils.ERROR_UNSUPPORTED_FORMAT,
                    DataUtils.ERROR_READING_FAILED)
                .contains(store.getErrorCode()));
  }

  private static boolean isOfStore(Throwable cause) {
    return cause instanceof MVStoreException store
        && store.getErrorCode() != DataUtils.ERROR_FILE_LOCKED;
  }

  private static boolean isConnectionFailure(Throwable cause) {
    return (cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("08"))
        || (cause instanceof MVStoreException store
            && store.getErrorCode() == DataUtils.ERROR_CLOSED);
  }

  private static Predicate<Throwable> saying(Set<Integer> codes) {
    return cause -> cause instanceof SQLException sql && codes.contains(sql.getErrorCode());
  }
}
