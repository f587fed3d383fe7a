package org.chancery.app.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;

/** The problems (RFC 9457) that an operation may be answered with. */
final class Problems {

  private Problems() {}

  static void add(ApiResponses responses, int... statuses) {
    for (int status : statuses) {
      add(responses, status, meaning(status));
    }
  }

  static void add(ApiResponses responses, int status, String meaning) {
    MediaType problem =
        new MediaType().schema(new JsonSchema().$ref("Problem")).example(plain(example(status)));
    responses.addApiResponse(
        Integer.toString(status),
        new ApiResponse()
            .description(meaning)
            .content(new Content().addMediaType("application/problem+json", problem)));
  }

  private static String meaning(int status) {
    return switch (status) {
      case 400 -> "Unreadable";
      case 401 -> "The token of a known principal is needed";
      case 403 -> "This principal may read, and not record";
      case 404 -> "There is no such thing in this ledger";
      case 405 -> "Not by this method";
      case 406 -> "Not as any of the media types that are accepted";
      case 409 -> "History stands against it; `entries` says where";
      case 412 -> "The subject has another version than If-Match says";
      case 413 -> "Too large";
      case 415 -> "Not of the media type that is taken here";
      case 421 -> "This server does not do that; another one of the ledger does";
      case 422 -> "Readable and meaningless; `errors` has every fault at once";
      case 503 -> "Not yet: the read models or the journal are behind";
      default -> throw new IllegalArgumentException("no meaning for status " + status);
    };
  }

  private static Problem example(int status) {
    return switch (status) {
      case 400 -> Problem.of(RequestCode.UNREADABLE, "cannot be read: limit").with(fault("/limit"));
      case 401 ->
          Problem.of(RequestCode.UNAUTHENTICATED, "this needs the token of a known principal");
      case 403 -> Problem.of(RequestCode.NOT_ALLOWED, "this principal reads, and does not record");
      case 404 ->
          Problem.of(RefusalCode.UNKNOWN_SUBJECT, "this ledger holds no meeting 'yalta-1945'");
      case 405 -> Problem.of(RequestCode.METHOD_NOT_ALLOWED, "not by PUT; there is GET");
      case 406 -> Problem.of(RequestCode.NOT_ACCEPTABLE, "there is application/json");
      case 409 ->
          Problem.of(RefusalCode.MEETING_CANCELLED, "it was cancelled").naming(List.of(42L));
      case 412 -> Problem.of(RequestCode.VERSION_CONFLICT, "the subject is at version 2");
      case 413 -> Problem.of(RequestCode.TOO_LARGE, "the body is too large");
      case 415 ->
          Problem.of(
              RequestCode.UNSUPPORTED_MEDIA_TYPE,
              "the body is text/xml, and is taken as application/json");
      case 421 ->
          Problem.of(RequestCode.NOT_HERE, "this server answers questions, and takes no commands");
      case 422 ->
          Problem.of(RefusalCode.INVALID_DATE, "'2017' must be a single day").with(fault("/on"));
      default ->
          Problem.of(RequestCode.NOT_YET, "the read models are at position 41, not yet at 42");
    };
  }

  private static List<Fault> fault(String pointer) {
    return List.of(new Fault(pointer, "cannot be read"));
  }

  /** As the document's own mapper, which knows nothing of the ledger's JSON, can write it. */
  private static Map<?, ?> plain(Problem problem) {
    return LedgerJson.mapper().convertValue(problem, Map.class);
  }
}
