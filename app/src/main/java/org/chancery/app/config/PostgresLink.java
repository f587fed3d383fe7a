package org.chancery.app.config;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How PostgreSQL is reached where its URL does not say otherwise: a server that does not answer is
 * given up after some seconds, and the next one of several hosts is tried.
 */
final class PostgresLink {
  private static final String SCHEME = "jdbc:postgresql:";

  /** In seconds, as pgJDBC counts them. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "connectTimeout", "5",
          "socketTimeout", "10",
          "loginTimeout", "5",
          "hostRecheckSeconds", "2",
          "tcpKeepAlive", "true");

  private PostgresLink() {}

  static boolean isTo(String url) {
    return url.startsWith(SCHEME);
  }

  /** The driver's properties for what the URL leaves open; none for another database. */
  static Map<String, String> defaults(String url) {
    if (!isTo(url)) {
      return Map.of();
    }
    Map<String, String> open = new TreeMap<>(DEFAULTS);
    if (url.substring(SCHEME.length()).split("[?]", 2)[0].contains(",")) {
      open.put("targetServerType", "primary");
    }
    open.keySet().removeIf(name -> url.matches(".*[?&]" + name + "=.*"));
    return open;
  }

  /** The same with who asks, to open a connection by hand. */
  static Properties properties(LedgerProperties.Store store, String url, String application) {
    Properties properties = new Properties();
    properties.putAll(defaults(url));
    properties.setProperty("user", store.user());
    properties.setProperty("password", store.password());
    properties.setProperty("ApplicationName", application);
    return properties;
  }
}
