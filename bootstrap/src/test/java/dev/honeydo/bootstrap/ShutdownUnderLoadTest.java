package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to stop while clients write: what was done was answered, and is kept. */
class ShutdownUnderLoadTest {
  private static final int ROUNDS = Integer.getInteger("honeydo.shutdown.rounds", 1);
  private static final int CLIENTS = 16;
  private static final int ENOUGH = 200;

  @TempDir Path directory;

  private final Set<String> created = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final Set<String> odd = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();

  @Test
  void whatWasDoneWasAnsweredAndWhatWasAnsweredIsKept() throws Exception {
    String email = RunningApi.someone();
    for (int round = 0; round < ROUNDS; round++) {
      URI address;
      try (ServerProcess server = ServerProcess.start(directory, Map.of());
          ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
        address = server.address();
        Api.Answer _ = Api.at(address).register(email);
        String token =
            Api.at(address)
                .post(
                    "/api/auth/login", json("{'email':'%s','password':'%s'}", email, Api.PASSWORD))
                .body()
                .path("access_token")
                .textValue();
        int before = created.size();
        for (int i = 0; i < CLIENTS; i++) {
          var _ = clients.submit(() -> writeUntilItEnds(server.address(), token));
        }
        Await.until(Duration.ofSeconds(60), () -> created.size() >= before + ENOUGH);
        assertThat(server.terminate()).isEqualTo(143);
      }
      URI gone = address;
      assertThatThrownBy(() -> new Socket(gone.getHost(), gone.getPort()).close())
          .isInstanceOf(ConnectException.class);
    }
    System.out.printf(
        "[honeydo] %d created, %d refused, %d unanswered%n",
        created.size(), refused.size(), unanswered.size());
    assertThat(odd).isEmpty();
    assertThat(unanswered).isEmpty();
    try (ServerProcess again = ServerProcess.start(directory, Map.of())) {
      // Both ways: nothing that was answered is lost, nothing was done that was not answered.
      assertThat(kept(Api.at(again.address()).loggedIn(email))).isEqualTo(new TreeSet<>(created));
    }
  }

  /** As a client with one connection, that goes by what it is told and begins no other. */
  private void writeUntilItEnds(URI address, String token) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int status = 201; status == 201; ) {
        String heading = "todo " + count.incrementAndGet();
        boolean _ = unanswered.add(heading);
        send(socket, token, heading);
        Head head = answer(in);
        status = head.status();
        boolean _ = unanswered.remove(heading);
        switch (status) {
          case 201 -> created.add(heading);
          case 503 -> refused.add(heading);
          default -> odd.add(heading + " " + status);
        }
        if (head.last()) {
          return;
        }
      }
    } catch (IOException ended) {
      // It shows in what is unanswered.
    }
  }

  private static void send(Socket socket, String token, String heading) throws IOException {
    String body = "{\"heading\":\"" + heading + "\"}";
    String request =
        "POST /api/todos HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(US_ASCII));
  }

  /** What matters of an answer: its status, and whether none comes after it. */
  private record Head(int status, boolean last) {}

  /** Reads one answer to its end. */
  private Head answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        if (!head.isEmpty()) {
          boolean _ = odd.add("half an answer: " + head);
        }
        throw new IOException("ended");
      }
      head.append((char) next);
    }
    int length = 0;
    for (String line : head.toString().split("\r\n", -1)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      boolean _ = odd.add("half a body: " + new String(body, UTF_8));
    }
    return new Head(
        Integer.parseInt(head.substring(9, 12)), head.indexOf("\r\nConnection: close\r\n") > 0);
  }

  private static Set<String> kept(Api ada) {
    Set<String> headings = new TreeSet<>();
    String cursor = "";
    do {
      JsonNode page = ada.get("/api/todos?limit=100" + cursor).body();
      page.path("items").forEach(it -> headings.add(it.path("heading").textValue()));
      JsonNode next = page.path("next_cursor");
      cursor = next.isTextual() ? "&cursor=" + next.textValue() : "";
    } while (!cursor.isEmpty());
    return headings;
  }
}
