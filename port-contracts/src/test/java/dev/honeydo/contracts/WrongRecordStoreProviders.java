package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.leaking;

import dev.honeydo.application.port.PortUnavailable;
import dev.honeydo.application.port.RecordStore;
import dev.honeydo.application.port.RecordStoreProvider;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Every wrong double of providers of record stores. */
final class WrongRecordStoreProviders {
  private WrongRecordStoreProviders() {}

  static final List<WrongDouble<RecordStoreProvider>> ALL =
      List.of(
          breaking(
              "PROVIDER-1",
              "writes its scheme in capitals",
              right -> new Spoilt(new ShoutingRecordStoreProvider().scheme(), right::open)),
          breaking(
              "PROVIDER-2",
              "is not known to the service loader",
              right -> new Spoilt("unheard-of", right::open)),
          breaking(
              "PROVIDER-3",
              "begins anew each time",
              right ->
                  opening(
                      right, (uri, clock) -> new InMemoryRecordStoreProvider().open(uri, clock))),
          breaking(
              "PROVIDER-4",
              "goes by a clock of its own",
              right -> opening(right, (uri, _) -> right.open(uri, new TestClock()))),
          breaking(
              "PROVIDER-5",
              "repeats what is malformed",
              right -> refusing(right, uri -> new IllegalArgumentException("malformed: " + uri))),
          breaking(
              "PROVIDER-5",
              "takes what is malformed for what is away",
              right ->
                  refusing(
                      right,
                      uri -> new PortUnavailable("RecordStore", "open", new Exception(uri)))),
          leaking("PROVIDER-6", RecordStoreProvider.class, "open"));

  private static RecordStoreProvider opening(RecordStoreProvider right, Opening opening) {
    return new Spoilt(right.scheme(), opening);
  }

  /** Refuses what is malformed with another exception. */
  private static RecordStoreProvider refusing(
      RecordStoreProvider right, Function<String, RuntimeException> refusal) {
    return opening(
        right,
        (uri, clock) -> {
          try {
            return right.open(uri, clock);
          } catch (IllegalArgumentException malformed) {
            throw refusal.apply(uri);
          }
        });
  }

  private interface Opening {
    RecordStore open(String uri, InstantSource clock);
  }

  private record Spoilt(String scheme, Opening opening) implements RecordStoreProvider {
    @Override
    public RecordStore open(String uri, InstantSource clock) {
      return opening.open(uri, clock);
    }
  }
}
