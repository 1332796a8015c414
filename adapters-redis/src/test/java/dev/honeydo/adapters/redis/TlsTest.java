package dev.honeydo.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.contracts.FreePort;
import dev.honeydo.contracts.reference.InMemoryUnheardWriters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS: it is trusted when its authority is, and its name is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TlsTest {
  private static final Path SERVER = Path.of("/usr/bin/redis-server");
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path here;
  private final Path elsewhere;
  private final TestRedis redis;
  private final int tls = FreePort.next();
  private final TestRedis another;
  private final int anotherTls = FreePort.next();

  TlsTest(@TempDir Path directory) throws Exception {
    assumeTrue(
        Files.isExecutable(SERVER),
        "embedded-redis speaks no TLS: apt-get install redis-server for one that does");
    here = certificate(directory, "here", "ip:127.0.0.1");
    elsewhere = certificate(directory, "elsewhere", "dns:elsewhere.example");
    redis = start(here, tls);
    another = start(elsewhere, anotherTls);
  }

  @AfterAll
  void stop() {
    redis.close();
    another.close();
  }

  private static TestRedis start(Path certificate, int port) {
    return TestRedis.startAs(
        SERVER,
        FreePort.next(),
        "--tls-port",
        Integer.toString(port),
        "--tls-cert-file",
        certificate.toString(),
        "--tls-key-file",
        key(certificate).toString(),
        "--tls-ca-cert-file",
        certificate.toString(),
        "--tls-auth-clients",
        "no");
  }

  private static Path key(Path certificate) {
    return certificate.resolveSibling(certificate.getFileName() + ".key");
  }

  /** A certificate that vouches for itself, and its key beside it. */
  private static Path certificate(Path directory, String name, String whose)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = directory.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=" + whose,
                    "-ext",
                    "bc=ca:true",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    Path file = directory.resolve(name + ".pem");
    Files.writeString(file, pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
    Files.writeString(key(file), pem("PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
    return file;
  }

  private static String pem(String what, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }

  private static RedisAdapters open(int port, Optional<Path> authorities) {
    return RedisAdapters.open(
        new RedisAdapters.Config(
            "rediss://:s3cret@127.0.0.1:" + port, Duration.ofSeconds(2), authorities),
        UUID::randomUUID,
        InstantSource.system(),
        Views.CACHING,
        new InMemoryUnheardWriters());
  }

  @Test
  void aServerWhoseAuthorityIsTrustedIsUsed() {
    var _ = redis.ask(it -> it.configSet("requirepass", "s3cret"));
    try (RedisAdapters adapters = open(tls, Optional.of(here))) {
      assertThat(adapters.healthProbe().probe().operations()).hasSize(4);
      Await.until(Duration.ofSeconds(10), () -> ((RedisCache) adapters.cache()).isSettled());
    }
  }

  @Test
  void aServerWhoseAuthorityIsAnotherIsNotTrustedAndIsToldNothing() {
    assertUntrusted(tls, Optional.of(elsewhere));
    assertUntrusted(tls, Optional.empty());
  }

  @Test
  void aServerOfAnotherNameIsNotTrusted() {
    assertUntrusted(anotherTls, Optional.of(elsewhere));
  }

  private static void assertUntrusted(int port, Optional<Path> authorities) {
    try (Warnings warnings = Warnings.listen();
        RedisAdapters adapters = open(port, authorities)) {
      assertThatThrownBy(() -> adapters.healthProbe().probe()).isInstanceOf(PortUnavailable.class);
      Await.until(Duration.ofSeconds(5), () -> warnings.of(RedisLink.class).size() == 1);
      assertThat(warnings.of(RedisLink.class))
          .allSatisfy(it -> assertThat(it).contains("no certificate that can be trusted"));
      assertThat(warnings.all()).noneMatch(it -> it.contains("s3cret"));
    }
  }
}
