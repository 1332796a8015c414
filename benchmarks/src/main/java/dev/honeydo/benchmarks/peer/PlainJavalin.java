package dev.honeydo.benchmarks.peer;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import java.nio.file.Path;

/** Javalin as its users start it, giving the same few bytes again and again. */
public final class PlainJavalin {
  private PlainJavalin() {}

  /** Serves; its arguments are a port, and the directory of the answers. */
  public static void main(String[] arguments) throws Exception {
    Quiet.please();
    Path answers = Path.of(arguments[1]);
    CannedAnswer list = CannedAnswer.read(answers, "list");
    CannedAnswer one = CannedAnswer.read(answers, "one");
    CannedAnswer created = CannedAnswer.read(answers, "created");
    Javalin _ =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.http.compressionStrategy = CompressionStrategy.NONE;
                  config.routes.get("/api/todos", context -> give(context, list));
                  config.routes.get("/api/todos/{id}", context -> give(context, one));
                  config.routes.post("/api/todos", context -> take(context, created));
                  config.routes.patch("/api/todos/{id}", context -> take(context, created));
                  config.routes.get("/readyz", context -> give(context, one));
                })
            .start(Integer.parseInt(arguments[0]));
  }

  private static void take(Context context, CannedAnswer answer) {
    byte[] _ = context.bodyAsBytes();
    give(context, answer);
  }

  private static void give(Context context, CannedAnswer answer) {
    Context _ = context.status(answer.status());
    for (CannedAnswer.Field field : answer.fields()) {
      Context _ = context.header(field.name(), field.value());
    }
    Context _ = context.result(answer.body());
  }
}
