package org.chancery.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.util.List;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Many commands in one request, a line each, answered line by line while they are read. */
@RestController
class BulkApi {
  static final String NDJSON = "application/x-ndjson";

  private static final List<String> OF_ONE_COMMAND = List.of("Idempotency-Key", "If-Match");

  private final Bulk bulk;
  private final JsonMapper mapper = LedgerJson.mapper();

  BulkApi(Bulk bulk) {
    this.bulk = bulk;
  }

  @PostMapping(path = "/api/commands", consumes = NDJSON, produces = NDJSON)
  void submit(HttpServletRequest request, HttpServletResponse response, Principal principal)
      throws IOException {
    OF_ONE_COMMAND.forEach(header -> refuse(header, request));
    response.setContentType(NDJSON);
    OutputStream out = response.getOutputStream();
    bulk.execute(
        request.getInputStream(),
        principal.getName(),
        new Bulk.Answers() {
          // else the server would answer a body that breaks off, in our place
          @Override
          public void begin() throws IOException {
            response.flushBuffer();
          }

          @Override
          public void accept(ObjectNode answer) throws IOException {
            out.write(mapper.writeValueAsBytes(answer));
            out.write('\n');
          }

          @Override
          public void pause() throws IOException {
            out.flush();
          }
        });
    out.flush();
  }

  private static void refuse(String header, HttpServletRequest request) {
    if (request.getHeader(header) != null) {
      throw new ProblemException(
          Problem.of(
              RequestCode.HEADER_NOT_APPLICABLE,
              "%s: is of one command; a line of many has its key as its id".formatted(header)));
    }
  }
}
