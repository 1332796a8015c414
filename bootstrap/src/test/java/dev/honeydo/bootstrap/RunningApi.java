package dev.honeydo.bootstrap;

import static dev.honeydo.bootstrap.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.bootstrap.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The running service, whatever keeps its record, and what clients do with it again and again. */
interface RunningApi {

  /** A client of the running service. */
  Api api();

  /** Stops the service and starts it again over what it has kept. */
  void restart();

  /** Lets time pass for the service. */
  void elapse(Duration time);

  /** An address that nobody has. */
  static String someone() {
    return "ada+" + UUID.randomUUID() + "@example.org";
  }

  /** Somebody who has registered and is logged in. */
  default Api registered() {
    String email = someone();
    assertThat(api().register(email).status()).isEqualTo(201);
    return api().loggedIn(email);
  }

  /** What a refresh token buys. */
  default Answer refresh(String token) {
    return api().post("/api/auth/refresh", json("{'refresh_token':'%s'}", token));
  }

  /** What many requests at once are answered. */
  static List<Answer> atOnce(int times, java.util.function.IntFunction<Callable<Answer>> request)
      throws Exception {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> requests = IntStream.range(0, times).mapToObj(request).toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : executor.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
