package dev.assay.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP by hand, for headers that a proper client does not let one choose. */
final class RawHttp {
  private RawHttp() {}

  static int status(int port, String headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = "GET /api/health HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(in.readLine().split(" ")[1]);
    }
  }
}
