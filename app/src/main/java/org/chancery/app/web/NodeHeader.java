package org.chancery.app.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Names the server in each of its answers, also in one that no part of the application gives. */
final class NodeHeader extends ValveBase {
  static final String NAME = "Ledger-Node";

  private final String node;

  NodeHeader(String node) {
    super(true);
    this.node = node;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    response.setHeader(NAME, node);
    getNext().invoke(request, response);
  }
}
