package dev.honeydo.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The limit: Jetty without servlets, giving the same few bytes again and again. */
public final class BareJetty extends Handler.Abstract {
  private final Ready list;
  private final Ready one;
  private final Ready created;

  private BareJetty(Path answers) throws Exception {
    this.list = new Ready(CannedAnswer.read(answers, "list"));
    this.one = new Ready(CannedAnswer.read(answers, "one"));
    this.created = new Ready(CannedAnswer.read(answers, "created"));
  }

  /** Serves; its arguments are a port, and the directory of the answers. */
  public static void main(String[] arguments) throws Exception {
    Quiet.please();
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    Server server = new Server();
    ServerConnector connector =
        new ServerConnector(server, 1, -1, new HttpConnectionFactory(configuration));
    connector.setPort(Integer.parseInt(arguments[0]));
    server.addConnector(connector);
    server.setHandler(new BareJetty(Path.of(arguments[1])));
    server.start();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (request.getMethod().equals("POST") || request.getMethod().equals("PATCH")) {
      ByteBuffer _ = Content.Source.asByteBuffer(request);
      return created.give(response, callback);
    }
    return path.equals("/api/todos") ? list.give(response, callback) : one.give(response, callback);
  }

  private static final class Ready {
    private final int status;
    private final HttpFields fields;
    private final ByteBuffer body;

    Ready(CannedAnswer answer) {
      HttpFields.Mutable headers = HttpFields.build();
      answer.fields().forEach(it -> headers.add(new PreEncodedHttpField(it.name(), it.value())));
      headers.add(new PreEncodedHttpField("Content-Length", String.valueOf(answer.body().length)));
      this.status = answer.status();
      this.fields = headers.asImmutable();
      this.body = ByteBuffer.wrap(answer.body()).asReadOnlyBuffer();
    }

    boolean give(Response response, Callback callback) {
      response.setStatus(status);
      response.getHeaders().add(fields);
      response.write(true, body.slice(), callback);
      return true;
    }
  }
}
